// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_choice/panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/quiet_list.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/comparison.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

enum Column {
    stepColumn,
    wordColumn,
    probabilityColumn,
    otherColumn,
    otherProbability,
    bitsColumn
};

constexpr int fewestInFigure = 10;

}  // namespace

WordChoicePanel::WordChoicePanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("wordChoiceView"), title(), parent) {
    setFocusPolicy(Qt::StrongFocus);
    giveVoice(*this);
    auto *body = new QWidget(this);
    bars_ = new WordChoiceBars(body);
    bars_->setObjectName(QStringLiteral("wordChoiceBars"));
    buildButton();
    buildSteps(body);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(2, 2, 2, 2);  // room for the focus frame
    layout->setSpacing(0);
    layout->addWidget(bars_, 1);
    layout->addWidget(steps_, 1);
    setBody(body);
    connect(bars_, &WordChoiceBars::roomChanged, this, &WordChoicePanel::showStep);
    connect(bars_, &WordChoiceBars::picked, this, &WordChoicePanel::takeWord);
    connect(bars_, &WordChoiceBars::pointed, this, [this](int row) {
        if (std::exchange(pointed_, row) != row)
            showStep();
    });
}

void WordChoicePanel::buildButton() {
    button_ = new QToolButton;
    button_->setObjectName(QStringLiteral("wordChoiceStepsButton"));
    button_->setCheckable(true);
    bars_->setCorner(button_);
    inEveryLanguage(*button_, [this] {
        button_->setText(tr("every step"));
        button_->setAccessibleName(tr("Table of every step"));
        button_->setToolTip(button_->accessibleName());
        showButton();
    });
    connect(button_, &QToolButton::toggled, this, &WordChoicePanel::setStepsShown);
}

/// Bold, too, while the table is there: a pressed button is hardly told from another in the dark.
void WordChoicePanel::showButton() {
    button_->setChecked(steps_ && stepsShown());
    QFont used = font();
    used.setBold(true);
    // Its longest text decides, so that the caption does not move.
    button_->setFont(used);
    // No higher than the caption beside it: the line below has the whole width.
    button_->resize(button_->sizeHint().width(), fontMetrics().height() * 5 / 4);
    used.setBold(button_->isChecked());
    button_->setFont(used);
}

void WordChoicePanel::buildSteps(QWidget *parent) {
    steps_ = new QuietList<QTableWidget>(0, bitsColumn + 1, parent);
    steps_->setObjectName(QStringLiteral("wordChoiceSteps"));
    inEveryLanguage(*steps_, [this] {
        steps_->setAccessibleName(tr("Word choice at every step"));
        steps_->setHorizontalHeaderLabels(
            {tr("step"), tr("word"), tr("p"), tr("runner-up"), tr("p"), tr("bits")});
    });
    steps_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    steps_->setSelectionBehavior(QAbstractItemView::SelectRows);
    steps_->setSelectionMode(QAbstractItemView::SingleSelection);
    steps_->setFrameShape(QFrame::NoFrame);
    steps_->setShowGrid(false);
    steps_->setTabKeyNavigation(false);  // Tab leads out of the table
    steps_->verticalHeader()->hide();
    steps_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 13 / 10);
    steps_->horizontalHeader()->setHighlightSections(false);
    steps_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    steps_->horizontalHeader()->setSectionResizeMode(wordColumn, QHeaderView::Stretch);
    steps_->horizontalHeader()->setSectionResizeMode(otherColumn, QHeaderView::Stretch);
    steps_->setContextMenuPolicy(Qt::NoContextMenu);  // the panel has one
    // The headings and two steps: in a low dock there has to be room for a bar, too.
    steps_->setMinimumHeight(steps_->horizontalHeader()->sizeHint().height() +
                             2 * steps_->verticalHeader()->defaultSectionSize());
    steps_->installEventFilter(this);
    new FocusRing(steps_);
    steps_->hide();
    connect(steps_, &QTableWidget::cellClicked, this, &WordChoicePanel::jumpTo);
    connect(steps_, &QTableWidget::cellActivated, this, &WordChoicePanel::jumpTo);
}

bool WordChoicePanel::stepsShown() const {
    return !steps_->isHidden();
}

void WordChoicePanel::setStepsShown(bool shown) {
    if (shown == stepsShown())
        return;
    steps_->setVisible(shown);
    fillSteps();
    showStep();  // beside the table there is room for less
    body()->layout()->activate();
    markSteps();  // which scrolls to the step in view
    showButton();
    emit optionsChanged();
}

void WordChoicePanel::jumpTo(int step) {
    viewpoint()->setMoment(endOfStep(step, viewpoint()->extent()));
}

QString WordChoicePanel::emptyMessage() const {
    const model::Trace *trace = viewpoint()->trace().get();
    if (!trace)
        return tr("Type something above to see which words could have been chosen.");
    if (trace->steps.empty())
        return tr("There is no word yet. What the first one is chosen from will be here.");
    if (viewpoint()->step() < 0)
        return tr(
            "The source is still being read. Words are chosen once it has been: Space plays on, "
            "Ctrl+→ goes there.");
    return {};
}

double WordChoicePanel::stepProgress() const {
    return progress(viewpoint()->moment(), viewpoint()->extent(), Stage::word, viewpoint()->step());
}

void WordChoicePanel::refresh(Changes changes) {
    if (changes & traceChange)
        fillSteps();
    if (changes & appearanceChange)
        showButton();
    if (changes & (traceChange | momentChange | appearanceChange)) {
        showStep();
        markSteps();
    }
}

void WordChoicePanel::showStep() {
    setMessage(emptyMessage());
    WordChoiceContent content;
    content.brief = stepsShown();  // the table names the runner-up of every step
    if (!message().isEmpty()) {
        bars_->setContent(std::move(content));
        tell();
        return;
    }
    const int index = viewpoint()->step();
    const model::Trace &trace = *viewpoint()->trace();
    const model::StepTrace &step = *trace.steps[static_cast<std::size_t>(index)];
    content.choices = choicesOf(trace, index, still_ > 0 ? still_ : bars_->room());
    if (const auto original = viewpoint()->referenceOfModel()) {
        const int before = viewpoint()->comparison().stepOf(index);
        content.reference = viewpoint()->referenceNoun();
        if (before >= 0)
            compareChoices(content.choices, *original, before);
    }
    content.progress = stepProgress();
    const QString number = QString::number(index + 1);
    const bool known = content.progress >= 1;
    content.caption =
        known ? tr("step %1, entropy %2 bits").arg(number, numberText(entropyBits(step), {}))
              : tr("step %1").arg(number);
    if (known && trace.choice(index).forced)
        content.caption = joined({content.caption, tr("word set by hand")});
    if (known)
        content.runnerUp = runnerUpText(trace, index);
    cursor_ = known ? std::min(cursor_, static_cast<int>(content.choices.size()) - 1) : -1;
    const bool pointed = known && pointed_ < static_cast<int>(content.choices.size());
    content.cursor = pointed && pointed_ >= 0 ? pointed_ : showsFocus(*this) ? cursor_ : -1;
    bars_->setContent(std::move(content));
    if (still_ > 0)
        bars_->setFixedHeight(bars_->wholeHeight());
    describe();
    tell();
}

void WordChoicePanel::tell() {
    const WordChoiceContent &content = bars_->content();
    const Selection now =
        content.cursor < 0
            ? Selection{}
            : Selection{.step = viewpoint()->step(),
                        .piece = content.choices[static_cast<std::size_t>(content.cursor)].id};
    const Selection before = std::exchange(told_, now);
    // What another view points at meanwhile stays.
    if (now != before && (!now.empty() || viewpoint()->hovered() == before))
        viewpoint()->setHovered(now);
}

void WordChoicePanel::describe() {
    const WordChoiceContent &content = bars_->content();
    QStringList described{content.caption};
    if (content.cursor >= 0)
        described.prepend(bars_->rowText(content.cursor));
    else if (content.progress >= 1)
        for (std::size_t i = 0; i < std::min<std::size_t>(3, content.choices.size()); ++i)
            described.append(content.choices[i].label + u' ' +
                             percentage(content.choices[i].probability));
    say(*this, joined(described));
}

void WordChoicePanel::fillSteps() {
    if (!stepsShown())
        return;
    const model::Trace *trace = viewpoint()->trace().get();
    steps_->setRowCount(trace ? trace->targetLength() : 0);
    for (int row = 0; row < steps_->rowCount(); ++row) {
        const model::StepTrace &step = *trace->steps[static_cast<std::size_t>(row)];
        const std::vector<WordChoice> chosen = choicesOf(*trace, row, 1);
        const std::optional<WordChoice> other = runnerUpOf(*trace, row);
        const QStringList cells{QString::number(row + 1),
                                chosen.front().label,
                                percentage(chosen.front().probability),
                                other ? other->label : QString(),
                                other ? percentage(other->probability) : QString(),
                                numberText(entropyBits(step), {})};
        for (int column = 0; column <= bitsColumn; ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(plainToolTip(cells[column]));
            if (column != wordColumn && column != otherColumn)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            steps_->setItem(row, column, item);
        }
    }
}

void WordChoicePanel::markSteps() {
    if (!stepsShown())
        return;
    const Theme theme = Theme::of(*this);
    const int current = viewpoint()->step();
    // What the moment has not reached is there to be jumped to, in the colour of what is pending.
    const int known = current < 0 ? 0 : current + (stepProgress() >= 1 ? 1 : 0);
    for (int row = 0; row < steps_->rowCount(); ++row)
        for (int column = 0; column <= bitsColumn; ++column)
            steps_->item(row, column)
                ->setForeground(row >= known           ? theme.pending
                                : column == wordColumn ? theme.role(Role::target)
                                                       : theme.text);
    const QModelIndex index = steps_->model()->index(current, wordColumn);
    if (!index.isValid())
        return steps_->clearSelection();
    steps_->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    steps_->scrollTo(index);
}

std::vector<Table> WordChoicePanel::tables() const {
    if (!emptyMessage().isEmpty())
        return {};
    const model::Trace &trace = *viewpoint()->trace();
    std::vector<Table> tables;
    if (stepProgress() >= 1)
        tables.push_back(choiceTable(trace, viewpoint()->step()));
    if (stepsShown())
        tables.push_back(stepsTable(trace, 0, trace.targetLength()));
    return tables;
}

/// The row of the table that has the cursor, below the headings. Qt copies one cell.
void WordChoicePanel::copyStep() const {
    const auto &trace = viewpoint()->trace();
    const int row = steps_->currentRow();
    if (trace && row >= 0 && row < trace->targetLength())
        QGuiApplication::clipboard()->setText(tsv(stepsTable(*trace, row, 1)));
}

std::unique_ptr<Panel> WordChoicePanel::still(Viewpoint *viewpoint) const {
    auto view = std::make_unique<WordChoicePanel>(viewpoint);
    view->still_ = std::max(fewestInFigure, static_cast<int>(choices().size()));
    view->button_->hide();
    view->steps_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->steps_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setStepsShown(stepsShown());
    return view;
}

QSize WordChoicePanel::wholeSize() const {
    const QHeaderView &rows = *steps_->verticalHeader();
    if (stepsShown())
        steps_->setFixedHeight(steps_->horizontalHeader()->sizeHint().height() + rows.length());
    return {width(), body()->layout()->sizeHint().height()};
}

bool WordChoicePanel::eventFilter(QObject *watched, QEvent *event) {
    const bool pressed =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != steps_ || !pressed ||
        !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return Panel::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        copyStep();
    event->accept();
    return true;
}

void WordChoicePanel::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    drawFocusFrame(painter, *this);
}

}  // namespace widgets
