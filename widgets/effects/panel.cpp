// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/effects/panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/effects/data.h"
#include "widgets/panel/hold_prompt.h"
#include "widgets/panel/quiet_list.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr int progressSteps = 1000;
constexpr int unitColumns = 4;     // and one of the reference
constexpr int unitsInFigure = 12;  // those that matter most

QString wordOf(const model::Trace &trace, int step) {
    return shortenedLabel(pieceLabel(trace.target[static_cast<std::size_t>(step)]));
}

QLabel *textLabel(const char *name, QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return label;
}

}  // namespace

EffectsPanel::EffectsPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("effectsPanel"), title(), parent) {
    area_ = new QScrollArea(this);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setWidgetResizable(true);
    area_->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    text_ = textLabel("effectsText", body);
    text_->setTextFormat(Qt::RichText);
    unitsText_ = textLabel("unitsText", body);
    unitsText_->setTextFormat(Qt::PlainText);
    attention_ = buildRequest("effectsButton");
    units_ = buildRequest("unitsButton");
    buildUnits();
    for (const auto &[text, request] :
         {std::pair{text_, attention_}, std::pair{unitsText_, units_}}) {
        auto *row = new QHBoxLayout;
        row->addWidget(request.button);
        row->addWidget(request.progress, 1);
        row->addStretch();
        column->addLayout(row);
        column->addWidget(text);
    }
    column->addWidget(list_, 1);
    column->addStretch();  // without a list, the texts stay together
    area_->setWidget(body);
    setBody(area_);
    connect(attention_.button, &QPushButton::clicked, this, [this] {
        const bool wanted = this->viewpoint()->wanted(DerivedValue::effects);
        this->viewpoint()->setWanted(DerivedValue::effects, !wanted);
    });
    connect(units_.button, &QPushButton::clicked, this, &EffectsPanel::scan);
    connect(viewpoint, &Viewpoint::wantedChanged, this, [this] {
        if (isVisible())
            refresh(effectsChange | unitsChange);
    });
    inEveryLanguage(*this, [this] { refresh(traceChange); });
}

EffectsPanel::Request EffectsPanel::buildRequest(const char *name) {
    Request request{new QPushButton(this), new QProgressBar(this)};
    request.button->setObjectName(QLatin1String(name));
    request.progress->setRange(0, progressSteps);
    request.progress->setTextVisible(false);
    request.progress->setMaximumHeight(fontMetrics().height());
    return request;
}

void EffectsPanel::buildUnits() {
    list_ = new QuietList<QTableWidget>(0, unitColumns, this);
    list_->setObjectName(QStringLiteral("unitsList"));
    inEveryLanguage(*list_, [this] {
        list_->setAccessibleName(tr("Units by how much they matter"));
        fillUnits();
    });
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setSelectionBehavior(QAbstractItemView::SelectRows);
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setShowGrid(false);
    list_->setTabKeyNavigation(false);  // Tab leads out of the table
    list_->setContextMenuPolicy(Qt::NoContextMenu);
    list_->verticalHeader()->hide();
    list_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 13 / 10);
    list_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    list_->horizontalHeader()->setHighlightSections(false);
    list_->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    list_->setMinimumHeight(list_->horizontalHeader()->sizeHint().height() +
                            3 * list_->verticalHeader()->defaultSectionSize());
    list_->installEventFilter(this);
    new FocusRing(list_);
    connect(list_, &QTableWidget::cellClicked, this, &EffectsPanel::pick);
    connect(list_, &QTableWidget::cellActivated, this, &EffectsPanel::pick);
}

QSize EffectsPanel::sizeHint() const {
    return {fontMetrics().height() * 26, fontMetrics().height() * 14};
}

/// The step in view, or −1 where there is none.
int EffectsPanel::knownStep() const {
    const auto &trace = viewpoint()->trace();
    const int step = viewpoint()->step();
    return trace && step < trace->targetLength() ? step : -1;
}

void EffectsPanel::refresh(Changes changes) {
    if (changes & (traceChange | momentChange | effectsChange))
        showAttention();
    if (changes & (traceChange | momentChange | unitsChange))
        showUnits();
    if (!viewpoint()->trace())
        setMessage(tr("Type something above to see how much attention and units matter."));
    else
        setMessage({});
}

void EffectsPanel::showRequest(const Request &request, DerivedValue value, const QString &begin) {
    const Derived &derived = viewpoint()->derived();
    const bool pending = derived.pending.testFlag(value);
    request.button->setText(pending ? tr("Cancel") : begin);
    request.button->setVisible(!still_);
    request.progress->setVisible(pending && !still_);
    const auto done = derived.progress.find(value);
    const double share = pending && done != derived.progress.end() ? done->second : 0;
    request.progress->setValue(static_cast<int>(std::lround(share * progressSteps)));
    request.progress->setAccessibleName(request.button->text());
}

void EffectsPanel::showAttention() {
    const auto &trace = viewpoint()->trace();
    const auto &effects = viewpoint()->derived().effects;
    const bool attends = trace && trace->hasAttention();
    showRequest(attention_, DerivedValue::effects,
                viewpoint()->wanted(DerivedValue::effects) ? tr("Hide how much attention matters")
                                                           : tr("How much does attention matter?"));
    attention_.button->setEnabled(attends);
    const int step = knownStep();
    if (!attends)
        text_->setText(trace ? tr("This model has no attention.") : QString());
    else if (effects && step >= 0)
        text_->setText(effectsText(*trace, *effects, step, referenceEffects(*viewpoint())));
    else if (step >= 0)
        text_->setText(tr("What uniform, permuted and one-hot attention, and attention without "
                          "its top word, would have changed at step %1, “%2”, and at all.")
                           .arg(step + 1)
                           .arg(wordOf(*trace, step).toHtmlEscaped()));
    else
        text_->setText(tr("The source is still being read: Space plays on."));
}

void EffectsPanel::showUnits() {
    const auto &trace = viewpoint()->trace();
    const int step = knownStep();
    const bool pending = viewpoint()->derived().pending.testFlag(DerivedValue::units);
    showRequest(units_, DerivedValue::units,
                step >= 0 ? tr("Scan the units of %1").arg(u's' + subscript(step + 1))
                          : tr("Scan the units"));
    units_.button->setEnabled(step >= 0 || pending);
    const auto &scanned = viewpoint()->derived().units;
    const bool compares =
        scanned && scanned->reference && scanned->reference == viewpoint()->referenceOfModel();
    const bool same = listed_ == scanned && compares_ == compares;
    listed_ = scanned;
    compares_ = compares;
    if (!same)
        fillUnits();
    if (list_->isHidden() && listed_)
        bringUp(list_);
    list_->setVisible(listed_ != nullptr);
    if (listed_ && trace) {
        unitsText_->setText(listedText(*trace));
    } else if (step >= 0) {
        unitsText_->setText(tr("Which units of %1 matter most for “%2”.")
                                .arg(u's' + subscript(step + 1), wordOf(*trace, step)));
    } else {
        unitsText_->clear();
    }
    unitsText_->setVisible(!unitsText_->text().isEmpty());
}

QString EffectsPanel::listedText(const model::Trace &trace) const {
    const auto chosen = [](const model::Trace &of, int step) {
        return percentage(std::exp(static_cast<double>(of.chosen(step).logProbability)));
    };
    const QString state = u's' + subscript(listed_->step + 1);
    const QString word = wordOf(trace, listed_->step);
    const QString share = chosen(trace, listed_->step);
    if (!compares_)
        return tr("Units of %1, by how much holding each at 0 changes the probability of “%2” "
                  "(%3):")
            .arg(state, word, share);
    const model::Trace &reference = *listed_->reference;
    return tr("Units of %1, by how much holding each at 0 changes the probability of “%2” (%3); "
              "beside it how much that changes “%5” (%6) in %4:")
        .arg(state, word, share, viewpoint()->referenceNoun(),
             wordOf(reference, listed_->referenceStep), chosen(reference, listed_->referenceStep));
}

void EffectsPanel::fillUnits() {
    QStringList headings{tr("unit"), tr("value"), tr("p with 0"), tr("change")};
    if (compares_)
        headings.append(tr("in %1", "heading of the changes in a translation")
                            .arg(viewpoint()->referenceNoun()));
    list_->setColumnCount(static_cast<int>(headings.size()));
    list_->setHorizontalHeaderLabels(headings);
    if (compares_)
        list_->horizontalHeaderItem(unitColumns)->setToolTip(plainToolTip(headings.last()));
    list_->setRowCount(listed_ ? static_cast<int>(listed_->effects.size()) : 0);
    for (int row = 0; row < list_->rowCount(); ++row) {
        const model::UnitEffect &effect = listed_->effects[static_cast<std::size_t>(row)];
        QStringList cells{QString::number(effect.unit + 1),
                          signedNumber(static_cast<double>(effect.value), 3),
                          percentage(effect.probability), signedNumber(effect.change, 4)};
        if (compares_)
            cells.append(signedNumber(
                listed_->referenceEffects[static_cast<std::size_t>(effect.unit)].change, 4));
        for (int column = 0; column < list_->columnCount(); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            list_->setItem(row, column, item);
        }
    }
    list_->scrollToTop();
}

/// In a low panel there is room for one of them.
void EffectsPanel::bringUp(QWidget *part) {
    QTimer::singleShot(0, part, [this, part] { area_->ensureWidgetVisible(part, 0, 0); });
}

bool EffectsPanel::eventFilter(QObject *watched, QEvent *event) {
    if (watched == list_ && event->type() == QEvent::FocusIn)
        bringUp(list_);
    return Panel::eventFilter(watched, event);
}

void EffectsPanel::scan() {
    const bool pending = viewpoint()->derived().pending.testFlag(DerivedValue::units);
    viewpoint()->setWanted(DerivedValue::units, false);
    if (pending)
        return;
    viewpoint()->setUnits(nullptr);
    viewpoint()->setWanted(DerivedValue::units, true);
}

void EffectsPanel::pick(int row) {
    if (listed_ && row >= 0 && row < static_cast<int>(listed_->effects.size()))
        viewpoint()->setSelected({.step = listed_->step,
                                  .strip = Vector::decoderState,
                                  .unit = listed_->effects[static_cast<std::size_t>(row)].unit});
}

std::unique_ptr<Panel> EffectsPanel::still(Viewpoint *viewpoint) const {
    auto panel = std::make_unique<EffectsPanel>(viewpoint);
    panel->still_ = true;
    panel->area_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    panel->area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    panel->list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    panel->list_->setMinimumHeight(list_->horizontalHeader()->sizeHint().height() +
                                   unitsInFigure * list_->verticalHeader()->defaultSectionSize());
    return panel;
}

QSize EffectsPanel::wholeSize() const {
    const QWidget &body = *area_->widget();
    const int needed = body.layout()->hasHeightForWidth()
                           ? body.layout()->totalHeightForWidth(width())
                           : body.sizeHint().height();
    return {width(), needed};
}

void EffectsPanel::addMenuEntries(QMenu &menu, const QPoint &) {
    addUnitEdits(menu, *this, *viewpoint());
}

std::vector<Table> EffectsPanel::tables() const {
    std::vector<Table> tables;
    const Derived &derived = viewpoint()->derived();
    if (viewpoint()->trace() && derived.effects)
        tables.push_back(
            effectsTable(*viewpoint()->trace(), *derived.effects, referenceEffects(*viewpoint())));
    if (derived.units)
        tables.push_back(unitsTable(*derived.units));
    return tables;
}

}  // namespace widgets
