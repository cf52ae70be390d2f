// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/panel.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "widgets/embeddings/map.h"
#include "widgets/embeddings/neighbour_list.h"
#include "widgets/embeddings/piece_list.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/steps_before.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr int neighbourCount = 20;
constexpr int labelledNeighbours = 8;  // of them on the map

}  // namespace

EmbeddingsPanel::EmbeddingsPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("embeddingsPanel"), title(), parent) {
    setBody(buildBody());
    connectParts();
}

void EmbeddingsPanel::refresh(Changes changes) {
    if (!viewpoint()->trace()) {
        row_ = {};
        model_.reset();
        setMessage(
            tr("Type something above to see its words among all the pieces that the model knows."));
        return;
    }
    if (changes & (traceChange | embeddingsChange))
        takeTrace();
    const int selected = viewpoint()->selected().source;
    if (std::exchange(lastSelectedSource_, selected) != selected && selected >= 0)
        pinned_ = -1;
    updateRow();
    updateMarks();
    showHovered();
}

void EmbeddingsPanel::takeTrace() {
    setMessage({});
    // What is known already comes at once.
    viewpoint()->setWanted(DerivedValue::embeddings, true);
    const auto &model = viewpoint()->trace()->model;
    const auto &tables = viewpoint()->derived().embeddings;
    if (model_ == model && tables_ == tables)
        return;
    if (model_ != model)
        pinned_ = -1;
    model_ = model;
    tables_ = tables;
    showTables();
    row_ = {};  // its neighbours may be known only now
}

void EmbeddingsPanel::showTables() {
    const auto index = static_cast<std::size_t>(side_);
    const auto names = tables_ ? tables_->names[index] : nullptr;
    const auto space = tables_ ? tables_->spaces[index] : nullptr;
    delegate_->setTable(model_, side_, names ? names->limit : 1);
    map_->setTable(names, space, side_);
    if (std::exchange(shownNames_, names) != names)
        search();
}

void EmbeddingsPanel::setSide(TableSide side) {
    if (side_ == side)
        return;
    if (hoveredPiece_ >= 0)
        hoverPiece(-1);
    side_ = side;
    pinned_ = -1;
    row_ = {};
    showSwitch();
    if (model_) {
        showTables();
        updateRow();
        updateMarks();
        showHovered();
    }
    emit optionsChanged();
}

void EmbeddingsPanel::lookUp(int piece) {
    if (!model_ || piece >= embeddingTable(*model_, side_).rows())
        return;
    pinned_ = piece;
    const auto pieces = sentencePieces();
    const auto found = std::find(pieces.begin(), pieces.end(), piece);
    if (piece >= 0 && side_ == TableSide::source && found != pieces.end()) {
        // The word is meant, too; marking it elsewhere would end this look-up.
        lastSelectedSource_ = static_cast<int>(found - pieces.begin());
        viewpoint()->setSelected({.source = lastSelectedSource_});
    }
    updateRow();
    updateMarks();
}

void EmbeddingsPanel::search() {
    if (still_)
        return;
    const QSignalBlocker quiet(list_);
    pieces_->show(shownNames_, edit_->text());
    list_->scrollToTop();
    sayNothingFound();
    if (edit_->text().isEmpty())
        showRowInList();
}

/// What the sentence asks for of the source table: the marked word, else the piece that is being
/// read, else the one that most attention is on.
EmbeddingsPanel::LookedUp EmbeddingsPanel::rowOfSource() const {
    const model::Trace &trace = *viewpoint()->trace();
    // What is pointed at here is not looked up by that: the list would change under the pointer.
    const Selection hovered =
        viewpoint()->hovered() == ownHover_ ? Selection{} : viewpoint()->hovered();
    int source = hovered.source >= 0 ? hovered.source : viewpoint()->selected().source;
    const Moment &moment = viewpoint()->moment();
    if (source < 0 && moment.reading())
        source = moment.stage == Stage::backward ? trace.sourceLength() - 1 - moment.index
                                                 : moment.index;
    if (source < 0)
        source = std::max(0, mostAttended(trace, moment.step()));
    if (source >= trace.sourceLength())
        return {};
    return {trace.source.token(source), source, -1};
}

/// What the sentence asks for of the target table: the word that the step in view is fed.
EmbeddingsPanel::LookedUp EmbeddingsPanel::rowOfTarget() const {
    const model::Trace &trace = *viewpoint()->trace();
    const Selection hovered =
        viewpoint()->hovered() == ownHover_ ? Selection{} : viewpoint()->hovered();
    int step = hovered.step >= 0 ? hovered.step : viewpoint()->selected().step;
    if (step < 0)
        step = std::max(0, viewpoint()->step());
    if (step >= trace.targetLength())
        return {model::special::begin, -1, -1};
    return {trace.steps[static_cast<std::size_t>(step)]->previousId, -1, step};
}

int EmbeddingsPanel::pieceBefore() const {
    const auto reference = viewpoint()->referenceOfModel();
    const int steps = viewpoint()->extent().steps;
    if (!reference || side_ != TableSide::target || row_.step < 1 || row_.step > steps)
        return -1;
    const auto before = stepsBefore(viewpoint()->comparison(), steps, reference->targetLength());
    // What a step is fed was chosen by the one before.
    const auto &there = before[static_cast<std::size_t>(row_.step) - 1];
    return there && !there->empty() ? reference->chosen(there->begin).id : -1;
}

/// The pieces of the sentence on this side that have been computed at the moment, in order: those
/// read, or those fed to a step.
std::vector<int> EmbeddingsPanel::sentencePieces() const {
    std::vector<int> pieces;
    if (!viewpoint()->trace())
        return pieces;
    const model::Trace &trace = *viewpoint()->trace();
    const Extent extent = viewpoint()->extent();
    const Moment &moment = viewpoint()->moment();
    if (side_ == TableSide::source) {
        for (int j = 0; j < extent.source && progress(moment, extent, Stage::embed, j) > 0; ++j)
            pieces.push_back(trace.source.token(j));
        return pieces;
    }
    for (int i = 0; i < extent.steps; ++i) {
        if (vectorProgress(moment, extent, Vector::targetEmbedding, i) <= 0 || moment.reading())
            break;
        pieces.push_back(trace.steps[static_cast<std::size_t>(i)]->previousId);
    }
    return pieces;
}

/// The numbers of the sentence come from the trace; for other pieces there is the table.
model::Row EmbeddingsPanel::valuesOf(const LookedUp &row) const {
    const model::Trace &trace = *viewpoint()->trace();
    if (row.source >= 0)
        return trace.encoder->embeddings.row(row.source);
    if (row.step >= 0)
        return trace.steps[static_cast<std::size_t>(row.step)]->previousEmbedding;
    return embeddingTable(*model_, side_).row(row.piece);
}

void EmbeddingsPanel::updateRow() {
    LookedUp row = side_ == TableSide::source ? rowOfSource() : rowOfTarget();
    if (pinned_ >= 0 && pinned_ != row.piece) {
        row = {pinned_, -1, -1};
        const auto pieces = sentencePieces();
        const auto found = std::find(pieces.begin(), pieces.end(), pinned_);
        if (found != pieces.end())
            (side_ == TableSide::source ? row.source : row.step) =
                static_cast<int>(found - pieces.begin());
    }
    if (row.piece < 0)
        return;
    const auto &trace = viewpoint()->trace();
    const auto reference = viewpoint()->referenceOfModel();
    if (row == row_ && trace == rowTrace_ && reference == rowReference_)
        return;
    rowTrace_ = trace;
    rowReference_ = reference;
    row_ = row;
    const model::Row values = valuesOf(row);
    updateNeighbours(values);
    NeighbourContent content;
    content.title = labelOf(row.piece);
    const int before = pieceBefore();
    content.caption = before < 0 ? tr("row %1").arg(row.piece)
                                 : tr("row %1; “%2” in %3", "which row, a piece, a translation")
                                       .arg(QString::number(row.piece), labelOf(before),
                                            viewpoint()->referenceNoun());
    content.values.assign(values.data(), values.data() + values.size());
    content.limit = shownNames_ ? shownNames_->limit : robustLimit(content.values);
    content.role = side_ == TableSide::source ? Role::source : Role::target;
    content.note =
        neighboursSpace_ ? tr("There is no other row.") : tr("computing the neighbours…");
    for (const model::Neighbour &neighbour : neighbours_)
        content.neighbours.push_back(
            {neighbour.row, labelOf(neighbour.row), static_cast<double>(neighbour.cosine)});
    neighbourList_->show(std::move(content));
    showRowInList();
    // What is pointed at stays, compared with another row.
    if (hoveredPiece_ >= 0 && viewpoint()->hovered() == ownHover_)
        tellHovered();
}

void EmbeddingsPanel::updateNeighbours(const model::Row &values) {
    const auto space = tables_ ? tables_->spaces[static_cast<std::size_t>(side_)] : nullptr;
    // All rows of the table are compared, which is too much to be repeated for each letter typed.
    if (space && space == neighboursSpace_ && row_.piece == neighboursOf_ &&
        values == neighboursValues_)
        return;
    neighboursSpace_ = space;
    neighboursOf_ = row_.piece;
    neighboursValues_ = values;
    neighbours_.clear();
    if (space)
        neighbours_ = model::nearestRows(embeddingTable(*model_, side_), space->norms, values,
                                         row_.piece, neighbourCount);
}

void EmbeddingsPanel::showRowInList() {
    // Whoever moves through the list is not moved on by what it leads to.
    if (list_->hasFocus())
        return;
    const QModelIndex index = pieces_->index(pieces_->rowOf(row_.piece));
    list_->setCurrentIndex(index);
    if (index.isValid())
        list_->scrollTo(index);
}

void EmbeddingsPanel::updateMarks() {
    std::vector<MapMark> marks;
    const auto add = [&marks](int piece, MapMark::Kind kind) {
        const bool there = std::any_of(marks.begin(), marks.end(),
                                       [piece](const MapMark &m) { return m.piece == piece; });
        if (!there && piece >= 0)
            marks.push_back({piece, kind});
    };
    add(row_.piece, MapMark::lookedUp);
    add(pieceBefore(), MapMark::before);
    for (const int piece : sentencePieces())
        add(piece, MapMark::word);
    for (std::size_t i = 0; i < std::min<std::size_t>(labelledNeighbours, neighbours_.size()); ++i)
        add(neighbours_[i].row, MapMark::neighbour);
    map_->setMarks(std::move(marks));
}

void EmbeddingsPanel::showHovered() {
    const Selection &hovered = viewpoint()->hovered();
    int piece = hoveredPiece_;
    if (hovered != ownHover_) {
        const bool ours = side_ == TableSide::source ? hovered.source >= 0 : hovered.step >= 0;
        piece = ours ? row_.piece : -1;
    }
    map_->setHovered(piece);
    neighbourList_->setHovered(piece);
    const Selection marked = hovered.unit >= 0 ? hovered : viewpoint()->selected();
    const bool here =
        (marked.strip == Vector::embedding && row_.source >= 0 && marked.source == row_.source) ||
        (marked.strip == Vector::targetEmbedding && row_.step >= 0 && marked.step == row_.step) ||
        (marked.row.piece == row_.piece && marked.row.side == side_);
    neighbourList_->setMarkedUnit(here ? marked.unit : -1);
}

void EmbeddingsPanel::hoverPiece(int piece, bool onMap) {
    hoveredPiece_ = piece;
    hoveredOnMap_ = onMap;
    tellHovered();
    showHovered();
}

void EmbeddingsPanel::tellHovered() {
    ownHover_ = hoveredSelection();
    viewpoint()->setHovered(ownHover_);
}

/// The piece that is pointed at: the word that it is in the sentence, if it is one, and its row.
Selection EmbeddingsPanel::hoveredSelection() const {
    if (hoveredPiece_ < 0 || !model_)
        return {};
    Selection selection;
    const auto pieces = sentencePieces();
    const auto found = std::find(pieces.begin(), pieces.end(), hoveredPiece_);
    if (found != pieces.end()) {
        const int index = static_cast<int>(found - pieces.begin());
        if (side_ == TableSide::source)
            selection.source = index;
        else
            selection = {.step = index, .strip = Vector::targetEmbedding};
    }
    TableRow &row = selection.row;
    row.side = side_;
    row.piece = hoveredPiece_;
    row.lookedUp = row_.piece;
    row.onMap = hoveredOnMap_;
    const auto near =
        std::find_if(neighbours_.begin(), neighbours_.end(),
                     [this](const model::Neighbour &n) { return n.row == hoveredPiece_; });
    row.isNeighbour = near != neighbours_.end();
    if (row.isNeighbour)
        row.cosine = near->cosine;
    if (tables_)
        row.space = tables_->spaces[static_cast<std::size_t>(side_)];
    return selection;
}

void EmbeddingsPanel::hoverUnit(int unit) {
    Selection selection;
    if (unit >= 0 && row_.source >= 0)
        selection = {.source = row_.source, .strip = Vector::embedding, .unit = unit};
    else if (unit >= 0 && row_.step >= 0)
        selection = {.step = row_.step, .strip = Vector::targetEmbedding, .unit = unit};
    else if (unit >= 0)
        selection = {.unit = unit, .row = {.side = side_, .piece = row_.piece}};
    else if (ownHover_.unit < 0)
        return;
    ownHover_ = selection;
    viewpoint()->setHovered(selection);
}

QString EmbeddingsPanel::labelOf(int piece) const {
    if (shownNames_ && piece < static_cast<int>(shownNames_->labels.size()))
        return shownNames_->labels[static_cast<std::size_t>(piece)];
    return vocabularyLabel(tokenizerOf(*model_, side_), piece);
}

}  // namespace widgets
