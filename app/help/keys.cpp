// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/keys.h"

#include <QCoreApplication>

namespace app {
namespace {

using Keys = QList<QKeySequence>;

/// Owner of the translated texts of the table.
class Table {
    Q_DECLARE_TR_FUNCTIONS(app::Keys)
  public:
    static GestureGroup anywhere();
    static GestureGroup time();
    static GestureGroup sentence();
    static GestureGroup branches();
    static GestureGroup page();
    static GestureGroup translation();
    static GestureGroup unrolled();
    static GestureGroup units();
    static GestureGroup heatmap();
    static GestureGroup scores();
    static GestureGroup temperature();
    static GestureGroup states();
    static GestureGroup context();
    static GestureGroup wordChoice();
    static GestureGroup everyStep();
    static GestureGroup vocabulary();
    static GestureGroup comparison();
    static GestureGroup neighbours();
    static GestureGroup map();
    static GestureGroup inspector();
    static GestureGroup unitList();
    static GestureGroup beam();
    static GestureGroup lesson();
    static GestureGroup lengths();
    static GestureGroup learning();
    static GestureGroup panels();
};

GestureGroup Table::anywhere() {
    return {
        tr("Everywhere"),
        {},
        {{{Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab}, {}, tr("to the next control and back")},
         {{Qt::Key_Return}, {}, tr("press the button in focus, open the list in focus")},
         {{Qt::Key_Menu, Qt::SHIFT | Qt::Key_F10},
          tr("right click"),
          tr("what else can be done here: copy, export, options")},
         {{}, tr("Alt+underlined letter"), tr("a menu, Examples, Model")},
         {{}, tr("pointing"), tr("the exact value; every view marks the same thing")},
         {{Qt::CTRL | Qt::Key_L}, {}, tr("edit the source")},
         {{Qt::CTRL | Qt::Key_Z, Qt::CTRL | Qt::SHIFT | Qt::Key_Z},
          {},
          tr("undo, redo what was typed")},
         {{Qt::CTRL | Qt::ALT | Qt::Key_Z, Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_Z},
          {},
          tr("undo, redo a “what if”")},
         {{Qt::CTRL | Qt::Key_PageUp, Qt::CTRL | Qt::Key_PageDown},
          {},
          tr("the branch before, the next: what was tried in place of the original")},
         {{QKeySequence::Open}, tr("drop a file"), tr("open a model")},
         {{Qt::CTRL | Qt::SHIFT | Qt::Key_O}, tr("drop its file"), tr("open a session")},
         {{QKeySequence::Save, Qt::CTRL | Qt::SHIFT | Qt::Key_S},
          {},
          tr("save the session, under another name")},
         {{Qt::CTRL | Qt::Key_R}, {}, tr("pin what is in view, to compare other things with it")},
         {{Qt::CTRL | Qt::SHIFT | Qt::Key_R},
          {},
          tr("compare what is in view with another branch")},
         {{}, tr("drop a text or a text file"), tr("translate it")},
         {{Qt::CTRL | Qt::SHIFT | Qt::Key_E}, {}, tr("export a figure")},
         {{Qt::CTRL | Qt::Key_P}, {}, tr("print a figure")},
         {{Qt::CTRL | Qt::SHIFT | Qt::Key_L}, {}, tr("open and close the laboratory")},
         {{Qt::Key_N, Qt::SHIFT | Qt::Key_N},
          {},
          tr("the sentence about what happens, a second one")},
         {{Qt::Key_F3}, {}, tr("the lesson; once more leaves it")},
         {{Qt::Key_F11},
          {},
          tr("presentation: the whole screen, larger text and thicker lines; Escape ends it")},
         {{QKeySequence::HelpContents}, {}, tr("these keys")},
         {{Qt::CTRL | Qt::Key_Q}, {}, tr("quit")}}};
}

GestureGroup Table::time() {
    return {tr("Time, from everywhere but text and cursors"),
            {},
            {{{Qt::Key_Space}, {}, tr("play and pause")},
             {{Qt::Key_Left, Qt::Key_Right}, tr("wheel on the timeline"), tr("a stage back, on")},
             {{Qt::CTRL | Qt::Key_Left, Qt::CTRL | Qt::Key_Right}, {}, tr("a word back, on")},
             {{Qt::Key_Home, Qt::Key_End}, {}, tr("to the start, to the end")},
             {{Qt::Key_L}, {}, tr("loop the word in view")},
             {{Qt::CTRL | Qt::Key_Down, Qt::CTRL | Qt::Key_Up}, {}, tr("play slower, faster")},
             {{}, tr("click on the timeline"), tr("to the end of that stage")},
             {{}, tr("drag on the timeline"), tr("scrub, both ways")},
             {{}, tr("double click on the timeline"), tr("what if another word stood there")}}};
}

GestureGroup Table::sentence() {
    return {tr("Sentence"),
            QStringLiteral("sentenceEdit"),
            {{{Qt::Key_Return}, {}, tr("watch it from the start")},
             {{Qt::Key_Down, Qt::Key_Up},
              tr("the arrow beside it"),
              tr("through what was typed before")},
             {{QKeySequence::Cut, QKeySequence::Copy, QKeySequence::Paste},
              tr("right click"),
              tr("cut, copy, paste")}}};
}

GestureGroup Table::branches() {
    return {tr("Branches"),
            QStringLiteral("branches"),
            {{{Qt::Key_Left, Qt::Key_Right}, tr("click"), tr("show the branch before, the next")},
             {{Qt::Key_Home, Qt::Key_End}, {}, tr("show the original, the last branch")},
             {{},
              tr("right click on another, Compare with"),
              tr("show that branch beside the one in view")},
             {{Qt::Key_F2}, {}, tr("rename the branch in view")},
             {{Qt::Key_Delete}, {}, tr("delete it")}}};
}

GestureGroup Table::page() {
    return {
        tr("Sentences of a text"),
        QStringLiteral("pageSentences"),
        {{{Qt::Key_Down, Qt::Key_Up}, tr("click"), tr("show the next sentence, the one before")},
         {{Qt::Key_Home, Qt::Key_End}, {}, tr("show the first sentence, the last")},
         {{Qt::Key_Return}, tr("double click"), tr("watch it from the start")},
         {{Qt::Key_Escape}, {}, tr("close the list")}}};
}

GestureGroup Table::translation() {
    return {tr("Translation"),
            QStringLiteral("translation"),
            {{{Qt::Key_Down, Qt::Key_Up}, {}, tr("to the next word, the one before")},
             {{Qt::Key_Return}, tr("click"), tr("to the step that produced the word")},
             {{Qt::Key_F2}, tr("double click"), tr("what if another word stood there")}}};
}

GestureGroup Table::unrolled() {
    return {tr("Unrolled view"),
            QStringLiteral("unrolledView"),
            {{{Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right},
              tr("click"),
              tr("mark the word before, the next")},
             {{Qt::SHIFT | Qt::Key_Up, Qt::SHIFT | Qt::Key_Down},
              tr("click"),
              tr("mark the layer above, below: embedding, states, context, word")},
             {{Qt::Key_U}, tr("double click on a strip"), tr("all units of the marked strip")},
             {{Qt::Key_H},
              tr("drag a cell up, down"),
              tr("what if the marked unit were held at another value")},
             {{Qt::Key_F2},
              tr("double click on a word"),
              tr("change the marked word of the source, or the word of the step")},
             {{Qt::Key_Escape}, {}, tr("unmark")},
             {{}, tr("click on a word or state"), tr("to the step that produced it")},
             {{Qt::Key_Plus, Qt::Key_Minus}, tr("wheel, pinch"), tr("zoom")},
             {{Qt::CTRL | Qt::Key_0}, {}, tr("everything in view")},
             {{Qt::CTRL | Qt::Key_1}, {}, tr("readable size")},
             {{Qt::Key_PageUp, Qt::Key_PageDown}, tr("drag"), tr("move what is in view up, down")},
             {{Qt::SHIFT | Qt::Key_PageUp, Qt::SHIFT | Qt::Key_PageDown},
              tr("drag, Shift+wheel, the small map"),
              tr("move what is in view left, right")},
             {{QKeySequence::Copy}, {}, tr("copy the picture")},
             {{}, tr("right click, Links from"), tr("from which weight on links are drawn")},
             {{}, tr("right click, Whole words"), tr("the pieces of a word as one")}}};
}

GestureGroup Table::units() {
    return {tr("All units of a strip"),
            QStringLiteral("unitGrid"),
            {{{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End},
              tr("pointing"),
              tr("from unit to unit")},
             {{Qt::Key_Return}, tr("click"), tr("mark the unit")},
             {{Qt::Key_H},
              tr("drag a cell up, down"),
              tr("what if the unit were held at another value")},
             {{Qt::Key_Escape}, tr("click on ×"), tr("close")}}};
}

GestureGroup Table::heatmap() {
    return {tr("Alignment heatmap"),
            QStringLiteral("heatmapView"),
            {{{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down},
              tr("pointing"),
              tr("from cell to cell")},
             {{Qt::Key_Home, Qt::Key_End}, {}, tr("to the first row, the last")},
             {{Qt::Key_Return}, tr("click on a row"), tr("to the step of the row")},
             {{}, tr("click on a source word"), tr("mark it")},
             {{Qt::Key_Escape}, {}, tr("put the cursor away")},
             {{Qt::Key_Plus, Qt::Key_Minus}, tr("wheel"), tr("zoom")},
             {{Qt::Key_0, Qt::CTRL | Qt::Key_0}, tr("double click"), tr("the whole matrix")},
             {{}, tr("drag"), tr("move what is in view")},
             {{Qt::Key_F2, Qt::SHIFT | Qt::Key_F2},
              tr("double click on a word"),
              tr("what if the word of the row, of the column were another")},
             {{Qt::Key_P},
              tr("Paint"),
              tr("paint attention by hand: drag along a row, Shift+drag takes it away; or + and −; "
                 "Escape ends it")}}};
}

GestureGroup Table::scores() {
    return {tr("Scores and softmax"),
            QStringLiteral("scoresView"),
            {{{Qt::Key_Up, Qt::Key_Down}, tr("click"), tr("mark the source word above, below")},
             {{Qt::Key_Plus, Qt::Key_Minus},
              tr("drag a bar of the softmax"),
              tr("what if the marked word had more or less attention")},
             {{Qt::Key_T}, {}, tr("back to the model's temperature")},
             {{Qt::Key_Escape}, {}, tr("the same, then unmark")},
             {{}, tr("wheel"), tr("scroll")}}};
}

GestureGroup Table::temperature() {
    return {tr("Temperature of the softmax"),
            QStringLiteral("temperature"),
            {{{Qt::Key_Left, Qt::Key_Right, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home,
               Qt::Key_End},
              tr("drag"),
              tr("what if the softmax were sharper or softer")},
             {{Qt::Key_T, Qt::Key_Escape}, tr("double click"), tr("back to 1")}}};
}

GestureGroup Table::states() {
    return {tr("Hidden states"),
            QStringLiteral("statesCanvas"),
            {{{Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right},
              tr("pointing"),
              tr("from unit to unit, from word to word")},
             {{Qt::Key_Home, Qt::Key_End}, {}, tr("to the first word, the last")},
             {{Qt::Key_Return}, tr("click"), tr("mark the unit; its course is a curve")},
             {{Qt::Key_Escape}, {}, tr("unmark")},
             {{Qt::Key_Plus, Qt::Key_Minus}, tr("wheel"), tr("zoom into the units")},
             {{Qt::Key_PageUp, Qt::Key_PageDown}, tr("Shift+wheel"), tr("other units")},
             {{Qt::Key_0, Qt::CTRL | Qt::Key_0}, {}, tr("all units")},
             {{Qt::Key_H},
              tr("drag a cell up, down"),
              tr("what if the unit were held at another value")}}};
}

GestureGroup Table::context() {
    return {tr("Context"),
            QStringLiteral("contextCanvas"),
            {{{Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right},
              tr("pointing"),
              tr("from word to word, from unit to unit")},
             {{Qt::Key_Home, Qt::Key_End}, {}, tr("to the first unit in view, the last")},
             {{Qt::Key_Return}, tr("click"), tr("mark the word and the unit")},
             {{Qt::Key_Escape}, {}, tr("unmark")},
             {{Qt::Key_Plus, Qt::Key_Minus}, tr("Ctrl+wheel"), tr("zoom into the units")},
             {{Qt::Key_0, Qt::CTRL | Qt::Key_0}, {}, tr("all units")},
             {{}, tr("wheel"), tr("scroll the words")},
             {{}, tr("Shift+wheel"), tr("other units")},
             {{Qt::Key_H},
              tr("drag a cell up, down"),
              tr("what if the unit were held at another value")}}};
}

GestureGroup Table::wordChoice() {
    return {tr("Word choice"),
            QStringLiteral("wordChoiceView"),
            {{{Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End},
              tr("pointing"),
              tr("from word to word")},
             {{Qt::Key_Escape}, {}, tr("put the cursor away")},
             {{Qt::Key_Return}, tr("double click"), tr("what if that word had been chosen")},
             {{Qt::Key_F2}, {}, tr("what if another word had been chosen, one that is typed")}}};
}

GestureGroup Table::everyStep() {
    return {tr("Word choice, table of every step"),
            QStringLiteral("wordChoiceSteps"),
            {{{Qt::Key_Up, Qt::Key_Down}, {}, tr("to the step above, below")},
             {{Qt::Key_Return}, tr("click"), tr("show that step")}}};
}

GestureGroup Table::comparison() {
    return {tr("Comparison"),
            QStringLiteral("comparisonCanvas"),
            {{{Qt::Key_Up, Qt::Key_Down}, {}, tr("to the step above, below")},
             {{Qt::Key_Home, Qt::Key_End}, {}, tr("to the first step, the last")},
             {{Qt::Key_Return}, tr("click on a row"), tr("show that step")},
             {{Qt::Key_Escape}, {}, tr("put the cursor away")}}};
}

GestureGroup Table::vocabulary() {
    return {tr("Embeddings: search and list"),
            QStringLiteral("embeddingsSearch"),
            {{{Qt::Key_Down}, {}, tr("from the search to the list")},
             {{Qt::Key_Return}, tr("click in the list"), tr("look up what is found")},
             {{Qt::Key_Escape}, {}, tr("clear the search; then follow the source again")}}};
}

GestureGroup Table::neighbours() {
    return {tr("Embeddings: neighbours"),
            QStringLiteral("embeddingsNeighbours"),
            {{{Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End},
              tr("pointing"),
              tr("from neighbour to neighbour")},
             {{Qt::Key_Return}, tr("click"), tr("look it up")},
             {{Qt::Key_Escape}, {}, tr("put the cursor away")}}};
}

GestureGroup Table::map() {
    return {tr("Embeddings: map"),
            QStringLiteral("embeddingsMap"),
            {{{Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End},
              tr("pointing"),
              tr("through the pieces that stand out")},
             {{Qt::Key_Return}, tr("click"), tr("look it up")},
             {{Qt::Key_Escape}, {}, tr("put the cursor away")}}};
}

GestureGroup Table::inspector() {
    return {
        tr("Inspector"),
        QStringLiteral("inspectorText"),
        {{{Qt::Key_Tab, Qt::Key_Return}, tr("click"), tr("all terms, the largest only")},
         {{Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown}, tr("wheel"), tr("scroll")},
         {{QKeySequence::SelectAll, QKeySequence::Copy}, tr("drag"), tr("select, copy text")},
         {{Qt::Key_H}, {}, tr("what if the marked unit were held at another value")}}};
}

GestureGroup Table::unitList() {
    return {tr("What matters: list of units"),
            QStringLiteral("unitsList"),
            {{{Qt::Key_Down, Qt::Key_Up}, {}, tr("to the unit below, above")},
             {{Qt::Key_Return}, tr("click"), tr("mark the unit in every view")}}};
}

GestureGroup Table::beam() {
    return {tr("Beam search"),
            QStringLiteral("beamCanvas"),
            {{{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down},
              tr("pointing"),
              tr("from hypothesis to hypothesis; the attention on the way to it")},
             {{Qt::Key_Return}, tr("click"), tr("what if it went that way")}}};
}

GestureGroup Table::lesson() {
    return {tr("Lesson"),
            QStringLiteral("lessonText"),
            {{{Qt::Key_Space, Qt::Key_Right}, tr("Continue"), tr("to the next page")},
             {{Qt::Key_Left}, tr("Back"), tr("to the page before")},
             {{Qt::Key_Escape}, tr("closing it"), tr("leave; everything is as it was before")}}};
}

GestureGroup Table::lengths() {
    return {tr("Length laboratory"),
            QStringLiteral("lengthPlot"),
            {{{Qt::Key_Left, Qt::Key_Right}, tr("pointing"), tr("from sentence to sentence")},
             {{Qt::Key_Up, Qt::Key_Down}, tr("pointing"), tr("the other model")},
             {{Qt::Key_Return}, tr("click"), tr("show it in the picture")},
             {{}, tr("drop a file of pairs"), tr("measure these")}}};
}

GestureGroup Table::learning() {
    return {tr("Laboratory: course of the learning"),
            QStringLiteral("learningPlot"),
            {{{Qt::Key_Left, Qt::Key_Right},
              tr("wheel, click, drag"),
              tr("show the models of the moment before, the next")},
             {{Qt::Key_Home, Qt::Key_End}, {}, tr("as they were at first; follow the latest")}}};
}

GestureGroup Table::panels() {
    return {tr("Panels"),
            {},
            {{{}, tr("View menu"), tr("close and reopen a panel; reset the layout")},
             {{}, tr("← → on the tabs, click"), tr("the panel behind")},
             {{}, tr("drag a title or tab"), tr("move the panel, put it behind another")},
             {{},
              tr("double click on a title, the panel's menu"),
              tr("a window of its own and back")}}};
}

}  // namespace

QList<GestureGroup> gestureGroups() {
    return {Table::anywhere(),   Table::time(),        Table::sentence(),    Table::branches(),
            Table::page(),       Table::translation(), Table::unrolled(),    Table::units(),
            Table::heatmap(),    Table::scores(),      Table::temperature(), Table::states(),
            Table::context(),    Table::wordChoice(),  Table::everyStep(),   Table::vocabulary(),
            Table::neighbours(), Table::map(),         Table::comparison(),  Table::inspector(),
            Table::unitList(),   Table::beam(),        Table::lesson(),      Table::lengths(),
            Table::learning(),   Table::panels()};
}

}  // namespace app
