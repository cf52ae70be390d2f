// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/beam/panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "widgets/panel/number_box.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr int roomForBoth = 14;  // lines of text: what stands below the tree takes two of them

}  // namespace

BeamPanel::BeamPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("beamPanel"), title(), parent) {
    auto *body = new QWidget(this);
    controls_ = new QWidget(body);
    buildControls(controls_);
    canvas_ = new BeamCanvas(body);
    canvas_->setObjectName(QStringLiteral("beamCanvas"));
    canvas_->setMinimumHeight(1);  // where there is little room, controls and caption stay whole
    inEveryLanguage(*canvas_,
                    [this] { canvas_->setAccessibleName(tr("Tree of the beam search")); });
    caption_ = addLine("beamCaption", body);
    parting_ = addLine("beamParting", body);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(controls_);
    column->addWidget(canvas_, 1);
    column->addWidget(caption_);
    column->addWidget(parting_);
    setBody(body);
    connect(canvas_, &BeamCanvas::marked, this, [this](int node) {
        preview(node);
        showCaption();
    });
    connect(canvas_, &BeamCanvas::picked, this, [this](int node) {
        if (shown_)
            this->viewpoint()->ask(takePath(canvas_->scene().data, node));
    });
    showControls();
    inEveryLanguage(*caption_, [this] {
        showCaption();
        canvas_->viewport()->update();
    });
}

QLabel *BeamPanel::addLine(const char *name, QWidget *parent) {
    auto *line = new QLabel(parent);
    line->setObjectName(QLatin1String(name));
    line->setTextFormat(Qt::PlainText);
    line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const int pad = fontMetrics().height() / 2;
    line->setContentsMargins(pad, 0, pad, pad / 2);
    return line;
}

void BeamPanel::buildControls(QWidget *controls) {
    width_ = new QSpinBox(controls);
    width_->setObjectName(QStringLiteral("beamWidth"));
    width_->setRange(1, static_cast<int>(BeamOptions::widest));
    penalty_ = new NumberBox(controls);
    penalty_->setObjectName(QStringLiteral("beamPenalty"));
    penalty_->setRange(0, BeamOptions::mostPenalty);
    penalty_->setSingleStep(0.1);
    pruned_ = new QCheckBox(controls);
    pruned_->setObjectName(QStringLiteral("beamPruned"));
    auto *widthLabel = new QLabel(controls);
    auto *penaltyLabel = new QLabel(controls);
    widthLabel->setBuddy(width_);
    penaltyLabel->setBuddy(penalty_);
    inEveryLanguage(*controls, [this, widthLabel, penaltyLabel] {
        penalty_->setDecimals(2);  // writes its number anew
        widthLabel->setText(tr("&Width"));
        penaltyLabel->setText(tr("Length α"));
        pruned_->setText(tr("Given up"));
        width_->setAccessibleName(tr("Width of the beam"));
        penalty_->setAccessibleName(tr("Length normalisation α"));
        penalty_->setToolTip(
            tr("The score of a hypothesis is its log-probability, divided by ((5 + length) / 6)^α "
               "(Wu et al. 2016): 0 favours short ones."));
        pruned_->setToolTip(tr("Show the hypotheses that were given up on the way, too."));
    });
    auto *row = new QHBoxLayout(controls);
    const int pad = fontMetrics().height() / 3;
    row->setContentsMargins(pad, pad, pad, pad);
    for (QWidget *each : {static_cast<QWidget *>(widthLabel), static_cast<QWidget *>(width_),
                          static_cast<QWidget *>(penaltyLabel), static_cast<QWidget *>(penalty_),
                          static_cast<QWidget *>(pruned_)})
        row->addWidget(each);
    row->addStretch();
    wireControls();
}

void BeamPanel::wireControls() {
    const auto choose = [this](auto change) {
        BeamOptions changed = options_;
        change(changed);
        setOptions(changed);
    };
    connect(width_, &QSpinBox::valueChanged, this, [choose](int width) {
        choose([width](BeamOptions &options) { options.width = width; });
    });
    connect(penalty_, &QDoubleSpinBox::valueChanged, this, [choose](double penalty) {
        choose([penalty](BeamOptions &options) { options.lengthPenalty = penalty; });
    });
    connect(pruned_, &QCheckBox::toggled, this, [choose](bool shown) {
        choose([shown](BeamOptions &options) { options.pruned = shown; });
    });
}

QSize BeamPanel::sizeHint() const {
    return {fontMetrics().height() * 26, fontMetrics().height() * 15};
}

void BeamPanel::setOptions(const BeamOptions &options) {
    if (std::exchange(options_, options) == options)
        return;
    showControls();
    if (isVisible())
        wantTree();
    showTree();
    setMessage(emptyMessage());
    emit optionsChanged();
}

void BeamPanel::showControls() {
    const QSignalBlocker quiet[] = {QSignalBlocker(width_), QSignalBlocker(penalty_),
                                    QSignalBlocker(pruned_)};
    width_->setValue(static_cast<int>(std::lround(options_.width)));
    penalty_->setValue(options_.lengthPenalty);
    pruned_->setChecked(options_.pruned);
}

QString BeamPanel::emptyMessage() const {
    if (!viewpoint()->trace())
        return tr("Type something above to see which hypotheses a beam search weighs up.");
    if (!shown_)
        return tr("The beam search is under way.");
    return {};
}

void BeamPanel::wantTree() {
    viewpoint()->setBeamOptions({.beam = static_cast<int>(std::lround(options_.width)),
                                 .lengthPenalty = options_.lengthPenalty});
    viewpoint()->setWanted(DerivedValue::beam, true);
}

/// Shows the translation up to a node in the views of whole translations.
void BeamPanel::preview(int node) {
    const BeamData &data = canvas_->scene().data;
    viewpoint()->setPreview(
        node < 0 ? nullptr : shown_->trace(*data.searched[static_cast<std::size_t>(node)]));
}

void BeamPanel::leaveView() {
    viewpoint()->setPreview(nullptr);
    viewpoint()->setWanted(DerivedValue::beam, false);
}

void BeamPanel::refresh(Changes changes) {
    wantTree();
    if (changes & (traceChange | beamChange))
        showTree();
    setMessage(emptyMessage());
    if (message().isEmpty())
        showCaption();  // which a message has taken the place of
    if (changes & appearanceChange)
        canvas_->viewport()->update();
}

/// While another tree is being searched the old one stays, as long as it is of the same sentence.
void BeamPanel::showTree() {
    const auto &tree = viewpoint()->derived().beam;
    const auto &trace = viewpoint()->trace();
    const bool same = shown_ && trace && shown_->beginning->model == trace->model &&
                      shown_->beginning->source == trace->source;
    if (tree)
        shown_ = tree;
    else if (!same)
        shown_.reset();
    BeamData data;
    if (shown_)
        data =
            beamData(shown_, trace.get(), options_.pruned, viewpoint()->referenceOfSource().get());
    canvas_->setData(std::move(data));
    showCaption();
}

QString BeamPanel::parting() const {
    const auto reference = viewpoint()->referenceOfSource();
    const BeamScene &scene = canvas_->scene();
    if (!reference || scene.data.empty())
        return {};
    const model::SearchOptions options = viewpoint()->beamOptions();
    const QString noun = viewpoint()->referenceNoun();
    if (scene.marked < 0)
        return partingText(*viewpoint()->trace(), *reference, options, true, noun);
    const auto &node = *scene.data.searched[static_cast<std::size_t>(scene.marked)];
    return partingText(*shown_->trace(node), *reference, options, false, noun);
}

void BeamPanel::showCaption() {
    const QString texts[] = {canvas_->caption(), parting()};
    QLabel *const lines[] = {caption_, parting_};
    const bool still = controls_->isHidden();  // a figure has all the room that it needs
    // A low panel has room for one line, and the tree.
    const bool both = still || height() >= roomForBoth * fontMetrics().height();
    for (int i = 0; i < 2; ++i) {
        const QMargins pads = lines[i]->contentsMargins();
        const int room = width() - pads.left() - pads.right();
        const bool wraps = both && i == 1;  // it is longer than most panels are wide
        lines[i]->setWordWrap(wraps);
        lines[i]->setVisible(!texts[i].isEmpty() && (i == 1 || both || texts[1].isEmpty()));
        lines[i]->setText(still || wraps
                              ? texts[i]
                              : lines[i]->fontMetrics().elidedText(texts[i], Qt::ElideRight, room));
        lines[i]->setToolTip(plainToolTip(texts[i]));
        lines[i]->setAccessibleName(texts[i]);
    }
    say(*this, QStringList{texts[0], texts[1]}.join(u' ').trimmed());
}

void BeamPanel::resizeEvent(QResizeEvent *event) {
    Panel::resizeEvent(event);
    showCaption();
}

std::vector<Table> BeamPanel::tables() const {
    if (canvas_->scene().data.empty())
        return {};
    return {beamTable(canvas_->scene().data)};
}

std::unique_ptr<Panel> BeamPanel::still(Viewpoint *viewpoint) const {
    auto panel = std::make_unique<BeamPanel>(viewpoint);
    panel->setOptions(options_);
    panel->canvas_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    panel->canvas_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    panel->controls_->hide();
    panel->shown_ = shown_;
    panel->showTree();
    return panel;
}

QSize BeamPanel::wholeSize() const {
    const QSize tree = canvas_->wholeSize();
    const int wide = std::max(width(), tree.width());
    int lines = 0;
    for (const QLabel *line : {caption_, parting_})
        lines += line->isHidden()            ? 0
                 : line->hasHeightForWidth() ? line->heightForWidth(wide)
                                             : line->sizeHint().height();
    return {wide, tree.height() + lines};
}

}  // namespace widgets
