// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/viewpoint.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

namespace widgets {
namespace {

/// The moment if the extent has it, else the nearest one that it has.
Moment clampedTo(const Extent &extent, Moment moment) {
    const int count = moment.reading() ? extent.source : extent.steps;
    if (count <= 0)
        return moment.reading() ? Moment{} : endOfReading(extent);
    moment.index = std::clamp(moment.index, 0, count - 1);
    if (!moment.reading() && moment.stage < firstStage(extent))
        return beginningOfStep(moment.index, extent);
    moment.fraction = std::clamp(moment.fraction, 0.0, 1.0);
    return moment;
}

/// The selection, or none where the extent does not have it.
Selection within(const Extent &extent, const Selection &selection) {
    if (selection.source >= extent.source || selection.step >= extent.steps)
        return {};
    return selection;
}

}  // namespace

Extent Viewpoint::extent() const {
    return trace_ ? extentOf(*trace_) : Extent{};
}

int Viewpoint::step() const {
    return trace_ ? moment_.step() : -1;
}

int Viewpoint::markedSource() const {
    return hovered_.source >= 0 ? hovered_.source : selected_.source;
}

int Viewpoint::markedStep() const {
    return hovered_.step >= 0 ? hovered_.step : selected_.step;
}

void Viewpoint::setTrace(std::shared_ptr<const model::Trace> trace, bool keepMoment,
                         std::shared_ptr<const model::Trace> original) {
    trouble_.clear();
    original_ = std::move(original);
    forgetReference();
    show(std::move(trace), keepMoment);
}

void Viewpoint::showLike(const Viewpoint &other) {
    setBeamOptions(other.beamOptions_);
    setReference(other.reference_, other.referenceName_);
    setDifference(other.difference_);
    setTrace(other.trace_, false, other.original_);
    const Derived &known = other.derived_;
    if (known.posterior)
        setPosterior(known.posterior);
    if (known.embeddings)
        setEmbeddings(known.embeddings);
    if (known.effects)
        setEffects(known.effects);
    if (known.referenceEffects)
        setReferenceEffects(known.referenceEffects);
    if (known.units)
        setUnits(known.units);
    if (known.beam)
        setBeam(known.beam);
    setMoment(other.moment_);
    setSelected(other.selected_);
}

std::shared_ptr<const model::Trace> Viewpoint::referenceOfSource() const {
    const auto &reference = this->reference();
    return trace_ && reference && sameSource(*trace_, *reference) ? reference : nullptr;
}

std::shared_ptr<const model::Trace> Viewpoint::referenceOfModel() const {
    const auto &reference = this->reference();
    return trace_ && reference && reference->model == trace_->model ? referenceOfSource() : nullptr;
}

const Comparison &Viewpoint::comparison() const {
    if (compared_ != trace_ || comparedWith_ != this->reference()) {
        compared_ = trace_;
        comparedWith_ = this->reference();
        const auto reference = referenceOfSource();
        comparison_ = reference ? Comparison(*trace_, *reference) : Comparison();
    }
    return comparison_;
}

QString Viewpoint::referenceNoun() const {
    return referenceName_.isEmpty()
               ? QCoreApplication::translate("widgets::Reference", "the original",
                                             "in sentences such as “0.32 in the original”")
               : referenceName_;
}

void Viewpoint::setReference(std::shared_ptr<const model::Trace> reference, const QString &name) {
    if (reference == reference_ && name == referenceName_)
        return;
    reference_ = std::move(reference);
    referenceName_ = name;
    forgetReference();
    emit referenceChanged();
}

void Viewpoint::forgetReference() {
    if (std::exchange(knownReference_, reference()) != reference())
        derived_.referenceEffects.reset();
}

void Viewpoint::setDifference(bool wanted) {
    if (std::exchange(difference_, wanted) != wanted)
        emit differenceChanged();
}

void Viewpoint::setPreview(std::shared_ptr<const model::Trace> trace) {
    if (std::exchange(preview_, trace) != trace)
        emit previewChanged();
}

void Viewpoint::setTrouble(const QString &sentence) {
    trouble_ = sentence;
    original_.reset();
    forgetReference();
    show(nullptr, false);
}

void Viewpoint::show(std::shared_ptr<const model::Trace> trace, bool keepMoment) {
    const bool sameModel = trace_ && trace && trace_->model == trace->model;
    trace_ = std::move(trace);
    preview_.reset();
    derived_.posterior.reset();
    derived_.effects.reset();
    derived_.units.reset();
    derived_.beam.reset();
    if (!sameModel)
        derived_.embeddings.reset();
    const Extent now = extent();
    const bool kept = keepMoment || momentHeld_;
    const bool there = kept && clampedTo(now, chosen_) == chosen_;
    const Moment moment = there ? chosen_ : lastMoment(now);
    // A translation that grows may still come to the moment.
    if (!kept || (!there && !(trace_ && trace_->ending == model::Ending::running))) {
        chosen_ = moment;
        followsEnd_ = true;
    }
    const bool moved = std::exchange(moment_, moment) != moment;
    const auto stillThere = [&](const Selection &selection) {
        // The tables of another model have other rows.
        return sameModel || selection.row.piece < 0 ? within(now, selection) : Selection{};
    };
    const Selection hovered = stillThere(hovered_);
    const Selection selected = stillThere(selected_);
    const bool wasHovered = std::exchange(hovered_, hovered) != hovered;
    const bool wasSelected = std::exchange(selected_, selected) != selected;
    // Everything is consistent before anybody hears of it. A view that has the trace already may
    // change the selection (what it hides no longer has the pointer); one that does not have it yet
    // could make nothing of that.
    ++telling_;
    emit traceChanged();
    if (moved)
        emit momentChanged();
    --telling_;
    if (wasHovered || wasSelected)
        selectionLeft_ = true;
    if (selectionLeft_)
        tellSelection();
}

void Viewpoint::setPosterior(std::shared_ptr<const model::Posterior> posterior) {
    derived_.posterior = std::move(posterior);
    emit derivedChanged(DerivedValue::posterior);
}

void Viewpoint::setEmbeddings(std::shared_ptr<const EmbeddingTables> tables) {
    if (std::exchange(derived_.embeddings, tables) != tables)
        emit derivedChanged(DerivedValue::embeddings);
}

void Viewpoint::setEffects(std::shared_ptr<const std::vector<model::StepEffects>> effects) {
    derived_.effects = std::move(effects);
    emit derivedChanged(DerivedValue::effects);
}

void Viewpoint::setReferenceEffects(
    std::shared_ptr<const std::vector<model::StepEffects>> effects) {
    derived_.referenceEffects = std::move(effects);
    emit derivedChanged(DerivedValue::referenceEffects);
}

void Viewpoint::setUnits(std::shared_ptr<const UnitScan> units) {
    derived_.units = std::move(units);
    emit derivedChanged(DerivedValue::units);
}

void Viewpoint::setBeamOptions(const model::SearchOptions &options) {
    if (std::exchange(beamOptions_, options) == options)
        return;
    derived_.beam.reset();
    emit wantedChanged();
}

void Viewpoint::setBeam(std::shared_ptr<const model::SearchTree> tree) {
    derived_.beam = std::move(tree);
    emit derivedChanged(DerivedValue::beam);
}

void Viewpoint::setProgress(DerivedValue value, double done) {
    derived_.progress[value] = done;
    emit derivedChanged(value);
}

void Viewpoint::setPending(DerivedValue value, bool pending) {
    derived_.pending.setFlag(value, pending);
}

void Viewpoint::setWanted(DerivedValue value, bool wanted) {
    if (this->wanted(value) == wanted)
        return;
    wanted_.setFlag(value, wanted);
    emit wantedChanged();
}

void Viewpoint::setMoment(const Moment &moment) {
    const Moment clamped = clampedTo(extent(), moment);
    chosen_ = clamped;
    followsEnd_ = clamped == lastMoment(extent());
    if (std::exchange(moment_, clamped) == clamped)
        return;
    ++telling_;
    emit momentChanged();
    --telling_;
    if (selectionLeft_)
        tellSelection();
}

void Viewpoint::tellSelection() {
    selectionLeft_ = telling_ > 0;
    if (!selectionLeft_)
        emit selectionChanged();
}

void Viewpoint::setHovered(const Selection &selection) {
    const Selection now = within(extent(), selection);
    if (std::exchange(hovered_, now) != now)
        tellSelection();
}

void Viewpoint::setSelected(const Selection &selection) {
    const Selection now = within(extent(), selection);
    if (std::exchange(selected_, now) != now)
        tellSelection();
}

}  // namespace widgets
