// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/panel.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <algorithm>

#include "widgets/text/language.h"
#include "widgets/text/numbers.h"

namespace app {
namespace {

using State = Laboratory::State;

constexpr int widePanel = 46;  // lines of text: from here on, form and plot stand side by side

}  // namespace

LaboratoryPanel::LaboratoryPanel(Laboratory *laboratory, QWidget *parent)
    : QWidget(parent), laboratory_(laboratory) {
    setObjectName("laboratoryPanel");
    setAutoFillBackground(true);
    form_ = new SetupForm(this);
    room_ = new QScrollArea(this);
    room_->setObjectName("laboratoryRoom");
    room_->setWidget(form_);
    room_->setWidgetResizable(true);
    room_->setFrameShape(QFrame::NoFrame);
    room_->setFocusPolicy(Qt::NoFocus);
    room_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *course = new QVBoxLayout;
    course->setSpacing(0);
    course->addWidget(buildButtons());
    status_ = new QLabel(this);
    status_->setObjectName("laboratoryStatus");
    status_->setTextFormat(Qt::PlainText);
    status_->setWordWrap(true);
    status_->setMargin(fontMetrics().height() / 4);
    course->addWidget(status_);
    plot_ = new widgets::LearningPlot(this);
    course->addWidget(plot_, 1);
    parts_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
    parts_->setContentsMargins(0, 0, 0, 0);
    parts_->setSpacing(0);
    parts_->addWidget(room_);
    parts_->addLayout(course, 1);
    connect(form_, &SetupForm::changed, this, &LaboratoryPanel::refreshButtons);
    connect(form_, &SetupForm::fileRequested, this, &LaboratoryPanel::chooseFile);
    connect(plot_, &widgets::LearningPlot::momentChosen, laboratory, &Laboratory::show);
    connect(laboratory, &Laboratory::changed, this, &LaboratoryPanel::refresh);
    widgets::inEveryLanguage(*this, [this] {
        write();
        laboratory_->tellAnew();
        refresh();
    });
}

QToolButton *LaboratoryPanel::addButton(QBoxLayout &row, const char *name) {
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    row.addWidget(button);
    return button;
}

QWidget *LaboratoryPanel::buildButtons() {
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    const int gap = fontMetrics().height() / 4;
    row->setContentsMargins(gap, gap, gap, 0);
    row->setSpacing(gap);
    start_ = addButton(*row, "laboratoryStart");
    step_ = addButton(*row, "laboratoryStep");
    stop_ = addButton(*row, "laboratoryStop");
    row->addStretch(1);
    axis_ = new QComboBox(this);
    axis_->setObjectName("laboratoryAxis");
    axis_->addItems({QString(), QString()});
    axis_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(axis_);
    take_ = addButton(*row, "laboratoryTake");
    take_->setPopupMode(QToolButton::InstantPopup);
    take_->setMenu(buildTaking());
    connect(start_, &QToolButton::clicked, this, &LaboratoryPanel::startOrPause);
    connect(step_, &QToolButton::clicked, this, [this] { laboratory_->step(form_->setup()); });
    connect(stop_, &QToolButton::clicked, laboratory_, &Laboratory::stop);
    connect(axis_, &QComboBox::currentIndexChanged, this, [this](int index) {
        plot_->setAxis(index == 0 ? widgets::LearningAxis::pairs : widgets::LearningAxis::time);
    });
    return box;
}

QMenu *LaboratoryPanel::buildTaking() {
    auto *menu = new QMenu(this);
    save_ = menu->addAction(QString(), this, &LaboratoryPanel::saveModel);
    save_->setObjectName("saveLaboratoryModel");
    export_ = menu->addAction(QString(), this, &LaboratoryPanel::exportRequested);
    export_->setObjectName("exportLaboratory");
    animate_ = menu->addAction(QString(), this, &LaboratoryPanel::exportAnimation);
    animate_->setObjectName("exportLearning");
    return menu;
}

void LaboratoryPanel::write() {
    step_->setText(tr("Step"));
    step_->setToolTip(tr("Learn from one more batch of pairs."));
    stop_->setText(tr("Stop"));
    stop_->setToolTip(tr("End the run; what was learned stays."));
    take_->setText(tr("Save"));
    take_->setToolTip(tr("Take the model or its course away."));
    save_->setText(tr("Save the &model in view…"));
    export_->setText(tr("Export &curves and heatmaps…"));
    animate_->setText(tr("Export &animation of the learning…"));
    axis_->setItemText(0, tr("by pairs"));
    axis_->setItemText(1, tr("by time"));
    axis_->setAccessibleName(tr("What the curves run along"));
    for (QToolButton *button : {step_, stop_, take_})
        button->setAccessibleName(button->text());
}

void LaboratoryPanel::startOrPause() {
    switch (laboratory_->state()) {
        case State::running:
            return laboratory_->pause();
        case State::paused:
            return laboratory_->resume();
        case State::empty:
        case State::ended:
            return laboratory_->start(form_->setup());
        case State::starting:
            return;
    }
}

void LaboratoryPanel::refresh() {
    refreshButtons();
    status_->setText(statusText());
    plot_->setData(laboratory_->data());
    plot_->setMoment(laboratory_->shown());
}

void LaboratoryPanel::refreshButtons() {
    const State state = laboratory_->state();
    const bool underWay = state == State::running || state == State::paused;
    const LaboratorySetup setup = form_->setup();
    const bool complete = setup.task != LaboratorySetup::ownPairs || !setup.file.isEmpty();
    const bool ready = underWay || complete;
    start_->setText(state == State::running  ? tr("Pause")
                    : state == State::paused ? tr("Continue")
                                             : tr("Start"));
    start_->setAccessibleName(start_->text());
    // One that has the focus would give it away to whatever comes next.
    if (!underWay && stop_->hasFocus())
        start_->setFocus();
    start_->setEnabled(ready);
    step_->setEnabled(ready);
    stop_->setEnabled(underWay);
    form_->setEnabled(!underWay && state != State::starting);
    arrange();
    const bool learned = !laboratory_->data().empty();
    for (QAction *action : {save_, export_, animate_})
        action->setEnabled(learned);
    take_->setEnabled(learned);
}

QString LaboratoryPanel::statusText() const {
    if (!laboratory_->trouble().isEmpty())
        return laboratory_->trouble();
    if (laboratory_->state() == State::starting)
        return tr("The first pairs are being invented…");
    if (laboratory_->data().empty())
        return tr(
            "Choose what a small model is to learn, and press Start: its heatmap forms "
            "while you watch.");
    return progressText();
}

QString LaboratoryPanel::progressText() const {
    const widgets::LearningData &data = laboratory_->data();
    const widgets::LearningPoint &last = data.curves.back().points.back();
    const auto number = [](long value) {
        return widgets::numberText(static_cast<double>(value), {.decimals = 0});
    };
    QStringList facts{tr("%1 of %2 pairs").arg(number(last.pairs), number(data.allPairs)),
                      tr("%1 elapsed").arg(widgets::durationText(last.seconds))};
    if (const auto remaining = laboratory_->remaining())
        facts.append(tr("%1 to go").arg(widgets::durationText(*remaining)));
    if (laboratory_->state() == State::paused)
        facts.append(tr("paused"));
    if (laboratory_->state() == State::ended)
        facts.append(tr("ended"));
    if (!laboratory_->follows())
        facts.append(tr("in view: after %1 pairs")
                         .arg(number(static_cast<long>(
                             data.place(laboratory_->shown(), widgets::LearningAxis::pairs)))));
    return facts.join(QStringLiteral(" · "));
}

QString LaboratoryPanel::message() const {
    return laboratory_->data().empty() ? statusText() : QString();
}

QSize LaboratoryPanel::sizeHint() const {
    return fontMetrics().height() * QSize(56, 19);
}

void LaboratoryPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void LaboratoryPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    // Later: the form has its own font to take first.
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &LaboratoryPanel::arrange, Qt::QueuedConnection);
}

void LaboratoryPanel::arrange() {
    const int em = fontMetrics().height();
    const bool narrow = width() < widePanel * em;
    const bool beside = !narrow || width() > 2 * height();
    parts_->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int formWidth = form_->minimumSizeHint().width();
    const int formHeight = form_->sizeHint().height();
    room_->setMinimumWidth(beside ? std::min(formWidth, width() / 2) : 0);
    room_->setMaximumWidth(beside ? formWidth : QWIDGETSIZE_MAX);
    room_->setMaximumHeight(beside ? QWIDGETSIZE_MAX : std::min(formHeight, height() / 2));
    // Where there is little room, what cannot be changed now leaves it to what can be seen.
    room_->setVisible(!narrow || form_->isEnabled());
}

void LaboratoryPanel::contextMenuEvent(QContextMenuEvent *event) {
    if (!laboratory_->data().empty())
        take_->menu()->popup(event->globalPos());
}

}  // namespace app
