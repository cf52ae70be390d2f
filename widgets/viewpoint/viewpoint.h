// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "model/decoding/trace.h"
#include "widgets/viewpoint/comparison.h"
#include "widgets/viewpoint/derived.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/moment.h"
#include "widgets/viewpoint/selection.h"

namespace widgets {

/// What every view looks at: one trace, one moment, one selection. Views watch it and change it;
/// they never call each other. Lives on the GUI thread.
class Viewpoint : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;

    /// May be null: nothing has been translated yet.
    const std::shared_ptr<const model::Trace> &trace() const { return trace_; }
    /// What the model made of the same sentence by itself, where the trace was made with
    /// interventions; else null.
    const std::shared_ptr<const model::Trace> &original() const { return original_; }
    /// What the translation in view is compared with: what was chosen for that, else the original;
    /// null: nothing.
    const std::shared_ptr<const model::Trace> &reference() const {
        return reference_ || !referenceName_.isEmpty() ? reference_ : original_;
    }
    /// The same where it is of the same source, so that words and attention can be compared, and
    /// where it is by the same model as well, so that every number can; else null.
    std::shared_ptr<const model::Trace> referenceOfSource() const;
    std::shared_ptr<const model::Trace> referenceOfModel() const;
    /// The steps of the trace with those of referenceOfSource(); without one, nothing is compared.
    const Comparison &comparison() const;
    /// How what was chosen is called; empty: nothing was.
    const QString &referenceName() const { return referenceName_; }
    /// The same as a noun in a sentence; where nothing was chosen: "the original".
    QString referenceNoun() const;
    /// Whether views of numbers show by how much they differ from those of the reference: only
    /// where there is one by the same model.
    bool showsDifference() const { return difference_ && referenceOfModel(); }
    bool wantsDifference() const { return difference_; }
    /// Another translation of the sentence that is pointed at, such as a path of a beam search:
    /// what shows translations as a whole shows this one meanwhile; else null.
    const std::shared_ptr<const model::Trace> &preview() const { return preview_; }
    /// Why there is no trace although something is typed, as one sentence; else empty.
    const QString &trouble() const { return trouble_; }
    /// What is known beyond the trace. A Deriver works out what is wanted.
    const Derived &derived() const { return derived_; }
    /// The posterior attention of the trace; null while it is not known.
    const std::shared_ptr<const model::Posterior> &posterior() const { return derived_.posterior; }
    bool wanted(DerivedValue value) const { return wanted_.testFlag(value); }
    const model::SearchOptions &beamOptions() const { return beamOptions_; }
    Extent extent() const;
    const Moment &moment() const { return moment_; }
    /// Whether the moment is the end because that is where it was left: it goes on with a
    /// translation that grows. Not so where a translation has not come yet to the moment that was
    /// chosen.
    bool followsEnd() const { return followsEnd_; }
    /// The step in view, or −1 while reading or without a trace.
    int step() const;
    /// What is under the pointer.
    const Selection &hovered() const { return hovered_; }
    /// What was picked and stays.
    const Selection &selected() const { return selected_; }
    /// A source word or step that is marked: the hovered one, else the selected one, else −1.
    int markedSource() const;
    int markedStep() const;

  public slots:
    /// Shows another trace. With `keepMoment` the moment stays where it was put, if it exists
    /// there; while a translation that grows has not come to it, the end stands for it. Else it
    /// goes to the end. Hover and selection that no longer exist are dropped.
    void setTrace(std::shared_ptr<const model::Trace> trace, bool keepMoment = false,
                  std::shared_ptr<const model::Trace> original = nullptr);
    /// Shows what another viewpoint shows, with what is known of it, what it is compared with, the
    /// moment and what is selected.
    void showLike(const Viewpoint &other);
    /// Compares with this from now on, whatever is in view; with a name alone, with what is still
    /// to come; with neither, with the original.
    void setReference(std::shared_ptr<const model::Trace> reference, const QString &name);
    /// Whether differences are wanted, as soon as there is an original.
    void setDifference(bool wanted);
    /// Until another trace comes, or nothing is pointed at any longer (null).
    void setPreview(std::shared_ptr<const model::Trace> trace);
    /// Shows none, and why.
    void setTrouble(const QString &sentence);
    /// What is known of the present trace and its model.
    void setPosterior(std::shared_ptr<const model::Posterior> posterior);
    void setEmbeddings(std::shared_ptr<const widgets::EmbeddingTables> tables);
    void setEffects(std::shared_ptr<const std::vector<model::StepEffects>> effects);
    /// Those of the present reference.
    void setReferenceEffects(std::shared_ptr<const std::vector<model::StepEffects>> effects);
    void setUnits(std::shared_ptr<const widgets::UnitScan> units);
    /// Which beam search is meant where one is wanted.
    void setBeamOptions(const model::SearchOptions &options);
    void setBeam(std::shared_ptr<const model::SearchTree> tree);
    /// How much of a value has been worked out.
    void setProgress(widgets::DerivedValue value, double done);
    /// Whether a value is being worked out.
    void setPending(widgets::DerivedValue value, bool pending);
    void setWanted(widgets::DerivedValue value, bool wanted);
    void setMoment(const widgets::Moment &moment);
    /// While held, another trace leaves the moment where it is, if it exists there.
    void holdMoment(bool held) { momentHeld_ = held; }
    void setHovered(const widgets::Selection &selection);
    void setSelected(const widgets::Selection &selection);
    /// Asks for a translation with other interventions. Whoever translates hears of it.
    void ask(const widgets::Edit &edit) { emit asked(edit); }
    /// Asks for another sentence, or another picture as a text. What is asked for in one gesture,
    /// such as a drag, has its number, so that it can be undone at once; 0: by itself.
    void askSentence(const QString &sentence, int gesture = 0) {
        emit sentenceAsked(sentence, gesture);
    }

  signals:
    /// The trace is another, of which there is no posterior yet.
    void traceChanged();
    /// What the translation in view is compared with is another, for another reason.
    void referenceChanged();
    void differenceChanged();
    void previewChanged();
    void derivedChanged(widgets::DerivedValue value);
    void wantedChanged();
    void momentChanged();
    void selectionChanged();
    void asked(const widgets::Edit &edit);
    void sentenceAsked(const QString &sentence, int gesture);

  private:
    void show(std::shared_ptr<const model::Trace> trace, bool keepMoment);
    /// Forgets what is known of a reference that is another now.
    void forgetReference();
    /// Says that the selection is another; after what is just being said, if anything is.
    void tellSelection();

    std::shared_ptr<const model::Trace> trace_;
    std::shared_ptr<const model::Trace> original_;
    std::shared_ptr<const model::Trace> reference_;
    QString referenceName_;
    /// Worked out when it is asked for, and kept for these two.
    mutable Comparison comparison_;
    mutable std::shared_ptr<const model::Trace> compared_;
    mutable std::shared_ptr<const model::Trace> comparedWith_;
    std::shared_ptr<const model::Trace> preview_;
    QString trouble_;
    Derived derived_;
    std::shared_ptr<const model::Trace> knownReference_;  ///< what is known of it is in derived_
    DerivedValues wanted_;
    model::SearchOptions beamOptions_;
    Moment moment_;
    Moment chosen_;           ///< where it is to be, as soon as the trace has it
    bool followsEnd_ = true;  ///< it is the end, and was when it was chosen
    Selection hovered_;
    Selection selected_;
    bool momentHeld_ = false;
    bool difference_ = false;
    int telling_ = 0;             ///< traceChanged or momentChanged is being heard
    bool selectionLeft_ = false;  ///< to be told after it
};

}  // namespace widgets
