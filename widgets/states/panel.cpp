// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states/panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <cmath>
#include <utility>

#include "widgets/panel/hold_prompt.h"
#include "widgets/panel/spoken.h"
#include "widgets/states/canvas.h"
#include "widgets/text/language.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr int scrollSteps = 1000;  // of the scroll bar, for the whole axis of units

QVariant dataOf(auto value) {
    return static_cast<int>(value);
}

template <class Choice>
Choice chosen(const QComboBox *box) {
    return static_cast<Choice>(box->currentData().toInt());
}

/// From 1 on, in the order shown.
WholeCells unitNumbers(const StatesLayer &layer) {
    WholeCells numbers;
    for (const int unit : layer.order)
        numbers.emplace_back(unit + 1);
    return numbers;
}

/// The values of all units at one position, as far as they have been computed.
FloatCells valuesAt(const StatesScene &scene, int index, int column) {
    const StatesLayer &layer = scene.layers[static_cast<std::size_t>(index)];
    FloatCells values(layer.order.size());
    const double known = scene.rowsKnown(index, column);
    for (int row = 0; row < layer.units && row < known; ++row)
        values[static_cast<std::size_t>(row)] =
            scene.value(index, column, layer.order[static_cast<std::size_t>(row)]);
    return values;
}

}  // namespace

StatesPanel::StatesPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("statesPanel"), title(), parent) {
    buildBody();
    for (const QComboBox *box : {quantity_, order_, layers_})
        connect(box, &QComboBox::currentIndexChanged, this, &StatesPanel::takeChoices);
    connect(canvas_, &StatesCanvas::viewChanged, this, &StatesPanel::showScroll);
    connect(scrollBar_, &QScrollBar::valueChanged, this, &StatesPanel::scroll);
    showScroll();
}

StatesOptions StatesPanel::options() const {
    return {.quantity = chosen<StatesQuantity>(quantity_),
            .order = chosen<StatesOrder>(order_),
            .layer = chosen<Vector>(layers_)};
}

void StatesPanel::setOptions(const StatesOptions &options) {
    if (options == this->options())
        return;
    {
        const QSignalBlocker quiet[] = {QSignalBlocker(quantity_), QSignalBlocker(order_),
                                        QSignalBlocker(layers_)};
        quantity_->setCurrentIndex(quantity_->findData(dataOf(options.quantity)));
        order_->setCurrentIndex(order_->findData(dataOf(options.order)));
        layers_->setCurrentIndex(layers_->findData(dataOf(options.layer)));
        offerLayers();
    }
    takeChoices();
}

void StatesPanel::takeChoices() {
    canvas_->setQuantity(chosen<StatesQuantity>(quantity_));
    canvas_->setOrder(chosen<StatesOrder>(order_));
    canvas_->setOnly(chosen<Vector>(layers_));
    emit optionsChanged();
}

QComboBox *StatesPanel::choice(const QString &name, QWidget *parent) {
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    return box;
}

void StatesPanel::nameChoices() {
    const auto name = [](QComboBox *box, const QString &title, const QStringList &texts) {
        box->setAccessibleName(title);
        box->setToolTip(title);
        for (int i = 0; i < box->count(); ++i)
            box->setItemText(i, texts.value(i));
    };
    name(quantity_, tr("What is shown of each unit"),
         {tr("state h"), tr("reset gate r"), tr("update gate z"), tr("candidate n")});
    name(order_, tr("Order of the units"),
         {tr("as in the model"), tr("by activity"), tr("by this moment")});
    order_->setItemData(1, tr("The mean size of what is shown over all words, the largest first"),
                        Qt::ToolTipRole);
    order_->setItemData(
        2,
        tr("The value at the current step and at the selected source word, the largest "
           "first; a pointer below the pictures shows where that is"),
        Qt::ToolTipRole);
    name(layers_, tr("Which layers are shown"),
         {tr("all layers"), tr("encoder →"), tr("encoder ←"), tr("decoder")});
}

void StatesPanel::buildBody() {
    auto *body = new QWidget(this);
    const auto offer = [](QComboBox *box, const QVariantList &values) {
        for (const QVariant &value : values)
            box->addItem({}, value);
    };
    quantity_ = choice(QStringLiteral("statesQuantity"), body);
    offer(quantity_, {dataOf(StatesQuantity::state), dataOf(StatesQuantity::reset),
                      dataOf(StatesQuantity::update), dataOf(StatesQuantity::candidate)});
    order_ = choice(QStringLiteral("statesOrder"), body);
    offer(order_,
          {dataOf(StatesOrder::model), dataOf(StatesOrder::activity), dataOf(StatesOrder::moment)});
    layers_ = choice(QStringLiteral("statesLayers"), body);
    offer(layers_, {dataOf(Vector::none), dataOf(Vector::forwardState),
                    dataOf(Vector::backwardState), dataOf(Vector::decoderState)});
    inEveryLanguage(*body, [this] { nameChoices(); });
    canvas_ = new StatesCanvas(viewpoint(), body);
    scrollBar_ = new QScrollBar(Qt::Vertical, body);
    scrollBar_->setObjectName(QStringLiteral("statesScrollBar"));
    inEveryLanguage(*scrollBar_, [this] { scrollBar_->setAccessibleName(tr("Units in view")); });
    const int pad = fontMetrics().height() / 3;
    auto *choices = new QHBoxLayout;
    choices->setContentsMargins(pad, pad, pad, 0);
    choices->setSpacing(pad);
    for (QComboBox *box : {quantity_, order_, layers_})
        choices->addWidget(box);
    choices->addStretch(1);
    auto *layout = new QGridLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(choices, 0, 0, 1, 2);
    layout->addWidget(canvas_, 1, 0);
    layout->addWidget(scrollBar_, 1, 1);
    layout->setRowStretch(1, 1);
    layout->setColumnStretch(0, 1);
    setBody(body);
}

QString StatesPanel::emptyMessage() const {
    const model::Trace *trace = viewpoint()->trace().get();
    if (!trace || !trace->encoder || trace->source.empty())
        return tr("Type something above to see the hidden states it runs through.");
    return {};
}

void StatesPanel::refresh(Changes changes) {
    if (changes & traceChange) {
        canvas_->followTrace();
        offerLayers();
    } else if (changes & momentChange) {
        canvas_->followMoment();
    } else if (changes & selectionChange) {
        canvas_->followSelection();
    }
    if (changes & traceChange || changes & appearanceChange)
        setMessage(emptyMessage());
    if (message().isEmpty())
        say(*this, canvas_->caption());
    canvas_->update();
}

/// A layer that the model lacks cannot be chosen; one that was is shown no longer.
void StatesPanel::offerLayers() {
    const model::Trace *trace = viewpoint()->trace().get();
    const bool both = !trace || statesUnits(*trace, Vector::backwardState) > 0;
    const int backward = layers_->findData(dataOf(Vector::backwardState));
    if (auto *items = qobject_cast<QStandardItemModel *>(layers_->model()))
        items->item(backward)->setEnabled(both);
    if (!both && layers_->currentIndex() == backward)
        layers_->setCurrentIndex(0);
}

void StatesPanel::showScroll() {
    const UnitWindow &window = canvas_->window();
    const QSignalBlocker quiet(scrollBar_);
    const int page = static_cast<int>(std::lround(window.span * scrollSteps));
    scrollBar_->setRange(0, scrollSteps - page);
    scrollBar_->setPageStep(page);
    scrollBar_->setSingleStep(std::max(1, page / 10));
    scrollBar_->setValue(static_cast<int>(std::lround(window.first * scrollSteps)));
    scrollBar_->setVisible(!window.whole() && still_.isEmpty());
}

void StatesPanel::scroll() {
    const UnitWindow window = canvas_->window();
    const double first = scrollBar_->value() / double{scrollSteps};
    canvas_->setWindow(window.scrolled((first - window.first) / window.span));
}

std::unique_ptr<Panel> StatesPanel::still(Viewpoint *viewpoint) const {
    auto panel = std::make_unique<StatesPanel>(viewpoint);
    panel->still_ = canvas_->size();
    panel->canvas_->makeStill();
    const std::pair<QComboBox *, QComboBox *> choices[] = {
        {quantity_, panel->quantity_}, {order_, panel->order_}, {layers_, panel->layers_}};
    for (const auto &[from, to] : choices) {
        to->setCurrentIndex(from->currentIndex());
        to->hide();
    }
    panel->canvas_->setWindow(canvas_->window());
    return panel;
}

QSize StatesPanel::wholeSize() const {
    const bool empty = canvas_->scene().layout.empty();
    return canvas_->sizeForWords(empty ? still_.expandedTo(canvas_->sizeHint()) : still_);
}

void StatesPanel::addMenuEntries(QMenu &menu, const QPoint &) {
    addUnitEdits(menu, *canvas_, *viewpoint());
    addDifference(menu, *viewpoint());
    QAction *whole =
        menu.addAction(tr("Show &all units"), this, [this] { canvas_->setWindow({}); });
    whole->setObjectName(QStringLiteral("statesWholeAxis"));
    whole->setEnabled(!canvas_->window().whole());
    QAction *release =
        menu.addAction(tr("&Let go of the unit"), this, [this] { viewpoint()->setSelected({}); });
    release->setObjectName(QStringLiteral("statesRelease"));
    release->setEnabled(!viewpoint()->selected().empty());
}

std::vector<Table> StatesPanel::tables() const {
    const StatesScene &scene = canvas_->scene();
    std::vector<Table> tables;
    for (int i = 0; i < static_cast<int>(scene.layers.size()); ++i) {
        const StatesLayer &layer = scene.layers[static_cast<std::size_t>(i)];
        Table table(statesName(layer.strip, scene.quantity));
        table.add(QStringLiteral("%1, unit").arg(statesSymbol(layer.strip, scene.quantity, -1)),
                  unitNumbers(layer));
        const QStringList words = statesWords(*scene.trace, layer.strip, scene.quantity);
        for (int column = 0; column < words.size(); ++column)
            table.add(words[column], valuesAt(scene, i, column));
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace widgets
