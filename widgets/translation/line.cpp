// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/translation/line.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <algorithm>
#include <utility>

#include "model/text/unfamiliar.h"
#include "model/text/words.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/word_prompt.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/use_names.h"
#include "widgets/viewpoint/common_sequence.h"
#include "widgets/viewpoint/comparison.h"

namespace widgets {
namespace {

constexpr int mostLines = 2;  // before the translation scrolls
constexpr double enlarged = 1.3;

/// The words of the translation with their steps. The end piece is not a word.
std::vector<WordSteps> wordsOf(const model::Trace &trace) {
    std::vector<WordSteps> words;
    int end = -1;  // of the word before
    for (const model::Word &word : model::groupWords(trace.target, trace.translation)) {
        const auto first = static_cast<std::size_t>(word.firstPiece);
        if (trace.target[first].id != model::special::end)
            words.push_back({QString::fromStdString(word.text), word.firstPiece,
                             word.firstPiece + word.pieceCount, word.range.begin == end});
        end = word.range.end;
    }
    return words;
}

/// How probable each word is and was: the product of its pieces.
void compareWords(std::vector<WordSteps> &words, const Comparison &comparison,
                  const QString &noun) {
    for (WordSteps &word : words) {
        double now = 1;
        double before = 1;
        bool same = true;
        for (int step = word.begin; step < word.end; ++step) {
            const auto was = comparison.probabilityBefore(step);
            same = same && was;
            before *= was.value_or(0);
            now *= was.value_or(0) + comparison.change(step).value_or(0);
        }
        if (word.other)
            word.compared = TranslationLine::tr("not in %1", "a translation").arg(noun);
        if (!same || word.other)
            continue;
        word.change = now - before;
        word.compared =
            TranslationLine::tr("p = %1; %2 in %3", "a probability, what it is in a translation")
                .arg(percentage(now), percentage(before), noun);
    }
}

/// Marks the words that are none of the longest sequence which both translations have in common.
void markOthers(std::vector<WordSteps> &words, const std::vector<WordSteps> &original) {
    const auto pairs = commonSequence(static_cast<int>(words.size()),
                                      static_cast<int>(original.size()), [&](int i, int j) {
                                          return words[static_cast<std::size_t>(i)].text ==
                                                 original[static_cast<std::size_t>(j)].text;
                                      });
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i].other = pairs[i] < 0;
}

/// What is said of a source that is like nothing the model has learned from; empty: it is not.
QString noteOn(const model::Trace &trace) {
    switch (model::unfamiliarity(trace.source.text(), trace.source.pieces())) {
        case model::Unfamiliar::signs:
            return TranslationLine::tr("the model has not seen signs alone");
        case model::Unfamiliar::alphabet:
            return TranslationLine::tr("the model has not learned this alphabet");
        case model::Unfamiliar::letters:
            return TranslationLine::tr("the model has not seen such words");
        case model::Unfamiliar::no:
            break;
    }
    return {};
}

}  // namespace

TranslationLine::TranslationLine(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint) {
    setObjectName("translation");
    const auto name = [this] {
        const auto &trace = viewpoint_->trace();
        const model::Use use = trace ? useOf(*trace->model) : model::Use::translation;
        setAccessibleName(useNames(use).target);
    };
    inEveryLanguage(*this, name);
    connect(viewpoint, &Viewpoint::traceChanged, this, name);
    scroll_ = new QScrollArea(this);
    scroll_->setObjectName("translationScroll");
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    words_ = new TranslationWords;
    scroll_->setWidget(words_);
    scroll_->installEventFilter(this);
    message_ = new QLabel(this);
    message_->setObjectName("translationMessage");
    message_->setTextFormat(Qt::PlainText);
    message_->setWordWrap(true);
    message_->hide();
    caption_ = new QLabel(this);
    caption_->setObjectName("translationCaption");
    caption_->setTextFormat(Qt::PlainText);
    copy_ = new QAction(this);
    inEveryLanguage(*this, [this] { copy_->setText(tr("Copy the resu&lt")); });
    copy_->setObjectName("copyTranslation");
    connect(copy_, &QAction::triggered, this, [this] {
        if (viewpoint_->trace())
            QGuiApplication::clipboard()->setText(
                QString::fromStdString(viewpoint_->trace()->translation));
    });

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(scroll_, 1);
    row->addWidget(message_, 1);
    row->addWidget(caption_, 0, Qt::AlignVCenter | Qt::AlignRight);
    updateFaces();

    connect(words_, &TranslationWords::picked, this,
            [this](int step) { viewpoint_->setMoment(endOfStep(step, viewpoint_->extent())); });
    connect(words_, &TranslationWords::pointed, this,
            [this](int step) { viewpoint_->setHovered({.step = step}); });
    connect(words_, &TranslationWords::focused, this,
            [this](QWidget *word) { scroll_->ensureWidgetVisible(word, 0, 0); });
    connect(words_, &TranslationWords::changeAsked, this, [this](QWidget *word, int step) {
        askForWord(*word, word->rect(), *viewpoint_, step);
    });
    connect(viewpoint, &Viewpoint::traceChanged, this, &TranslationLine::updateWords);
    connect(viewpoint, &Viewpoint::referenceChanged, this, &TranslationLine::updateWords);
    connect(viewpoint, &Viewpoint::momentChanged, this, &TranslationLine::updateMoment);
    connect(viewpoint, &Viewpoint::selectionChanged, this, &TranslationLine::updateMarks);
    updateWords();
}

void TranslationLine::showMessage(const QString &sentence) {
    message_->setText(sentence);
    message_->show();
    scroll_->hide();
    caption_->hide();
    setAccessibleDescription(sentence);
}

void TranslationLine::showTranslation() {
    message_->hide();
    scroll_->show();
    caption_->show();
    setAccessibleDescription(text());
}

void TranslationLine::setBusy(const QString &what) {
    busy_ = what;
    updateCaption();
}

QString TranslationLine::text() const {
    if (!message_->isHidden())
        return message_->text();
    return viewpoint_->trace() ? QString::fromStdString(viewpoint_->trace()->translation)
                               : QString();
}

void TranslationLine::updateWords() {
    std::vector<WordSteps> words;
    if (viewpoint_->trace())
        words = wordsOf(*viewpoint_->trace());
    // Of another sentence nearly every word is another.
    if (const auto reference = viewpoint_->referenceOfSource()) {
        markOthers(words, wordsOf(*reference));
        compareWords(words, viewpoint_->comparison(), viewpoint_->referenceNoun());
    }
    words_->setWords(std::move(words));
    copy_->setEnabled(viewpoint_->trace() && !viewpoint_->trace()->translation.empty());
    updateCaption();
    reflow();
    updateMoment();
    if (message_->isHidden())
        setAccessibleDescription(text());
}

void TranslationLine::updateMarks() {
    words_->setMoment(viewpoint_->moment(), viewpoint_->extent(), viewpoint_->markedStep());
}

void TranslationLine::updateMoment() {
    updateMarks();
    followMoment();
}

/// Also at both ends, where no word is being produced.
void TranslationLine::followMoment() {
    if (QWidget *reached = words_->reached())
        scroll_->ensureWidgetVisible(reached, 0, 0);
}

void TranslationLine::updateCaption() {
    const model::Trace *trace = viewpoint_->trace().get();
    QString caption;
    if (!busy_.isEmpty()) {
        caption = busy_;
    } else if (trace && trace->targetLength() > 0) {
        const double each = trace->logProbability() / trace->targetLength();
        const QString number = numberText(each, {});
        const QString note = noteOn(*trace);
        const bool stopped = trace->ending == model::Ending::length;
        if (!note.isEmpty())
            caption = stopped ? tr("%1 · stopped at the length limit").arg(note) : note;
        else
            caption =
                stopped
                    ? tr("stopped at the length limit · log-probability %1 per piece").arg(number)
                    : tr("greedy · log-probability %1 per piece").arg(number);
    }
    caption_->setText(caption);
}

void TranslationLine::updateFaces() {
    const Theme theme = Theme::of(*this);
    QPalette muted = caption_->palette();
    muted.setColor(QPalette::WindowText, theme.mutedText);
    if (muted != caption_->palette())
        caption_->setPalette(muted);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * enlarged);
    words_->setFont(large);
    scroll_->viewport()->setAutoFillBackground(false);
    words_->setAutoFillBackground(false);
    message_->setMinimumHeight(words_->lineHeight());
}

void TranslationLine::reflow() {
    const int width = scroll_->width();
    const int bar = scroll_->verticalScrollBar()->sizeHint().width();
    int lines = words_->flow(width);
    // A line more has to fit beside the scroll bar.
    if (lines > mostLines)
        lines = words_->flow(width - bar);
    scroll_->setFixedHeight(std::min(lines, mostLines) * words_->lineHeight());
    followMoment();
}

void TranslationLine::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    const bool faces =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (faces && caption_) {
        updateFaces();
        reflow();
    }
}

bool TranslationLine::eventFilter(QObject *watched, QEvent *event) {
    // A longer caption leaves the words less room, too.
    if (watched == scroll_ && event->type() == QEvent::Resize)
        reflow();
    return QWidget::eventFilter(watched, event);
}

void TranslationLine::contextMenuEvent(QContextMenuEvent *event) {
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("translationMenu"));
    QPoint at = words_->mapFromGlobal(event->globalPos());
    if (event->reason() != QContextMenuEvent::Mouse && words_->reached())
        at = words_->reached()->geometry().center();
    TranslationWord *word = message_->isHidden() ? words_->wordAt(at) : nullptr;
    if (word) {
        QAction *another =
            menu.addAction(tr("Another word here…"), word, &TranslationWord::changeAsked);
        another->setObjectName(QStringLiteral("anotherWord"));
    }
    menu.addAction(copy_);
    menu.exec(event->globalPos());
}

}  // namespace widgets
