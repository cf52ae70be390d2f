// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "app/laboratory/kept_snapshots.h"
#include "app/laboratory/learning_worker.h"
#include "app/laboratory/pictures.h"
#include "app/laboratory/setup.h"
#include "app/session/session.h"
#include "widgets/learning/data.h"

namespace app {

/// Small models that learn a task while the window looks on. They are models of the session like
/// any other, and what they are at the moment in view: the latest, unless the user has gone back.
/// Whatever the session shows meanwhile, training goes on.
class Laboratory : public QObject {
    Q_OBJECT
  public:
    enum class State {
        empty,     ///< nothing has been begun
        starting,  ///< the first pairs are being invented
        running,
        paused,
        ended,  ///< all pairs have been learned from, or it was stopped, or there is no going on
    };

    explicit Laboratory(Session *session, QObject *parent = nullptr,
                        RunClock::Now now = std::chrono::steady_clock::now);

    State state() const { return state_; }
    /// Whether something that was asked for is still to come: also the snapshot of a pause.
    bool busy() const { return worker_.busy(); }
    /// Why the last run was refused or came to its end early, as one sentence; else empty.
    const QString &trouble() const { return trouble_; }
    /// What the run was begun with.
    const LaboratorySetup &setup() const { return setup_; }
    const widgets::LearningData &data() const { return data_; }
    /// The update of the moment in view; −1: there is no run.
    long shown() const;
    /// Whether the moment in view moves on with the training.
    bool follows() const { return !pinned_; }
    /// Seconds that the rest of the run will take; nothing where that is not known.
    std::optional<double> remaining() const;
    /// The model that is in view, or would be; null: there is no run.
    std::shared_ptr<const model::Model> model() const;
    /// What the strip shows, and the models with attention, by update, that are kept.
    const QString &example() const { return pictures_.example(); }
    ExamplePictures::Models attendingModels() const;
    /// Something was learned that is in no file.
    bool hasUnsaved() const { return unsaved_; }
    void noteSaved() { unsaved_ = false; }

  public slots:
    /// Begins a run in place of the one before; that stays where it is refused.
    void start(const app::LaboratorySetup &setup);
    void pause();
    void resume();
    /// Learns from one more batch, and rests; begins a run where there is none under way.
    void step(const app::LaboratorySetup &setup);
    /// Ends the run; what was learned stays.
    void stop();
    /// Shows the models as they were after so many updates, in every view.
    void show(long update);
    /// The laboratory is looked at: model and sentence are those that it had.
    void enter();
    /// It is not any more: model and sentence are those of before, and training rests.
    void leave();
    /// Says everything in the language of the moment.
    void tellAnew();

  signals:
    /// The state, the run, or what is in view of it.
    void changed();
    /// The field should hold this text.
    void sentenceWanted(const QString &text);

  private:
    void takeBeginning(const LearningBeginning &beginning);
    void take(const LearnedSnapshot &learned);
    void rest(bool finished);
    void fail(const QString &why);
    void add(const LearnedSnapshot &learned);
    void setState(State state);
    /// Gives the models of the moment in view to the session.
    void offer();
    /// What the session calls the model with attention, or without.
    static QString keyOf(bool attends);
    QString titleOf(bool attends) const;
    /// Which of the models the session uses; nothing: another one.
    std::optional<std::size_t> used() const;
    void followSession();
    void updatePictures();
    void expectEnd();

    Session *session_;
    LearningWorker worker_;
    ExamplePictures pictures_;
    KeptSnapshots kept_;
    State state_ = State::empty;
    QString trouble_;
    LaboratorySetup setup_;
    widgets::LearningData data_;
    bool goesOn_ = false;         ///< until the end, and not for a step only
    bool looksOn_ = true;         ///< the user: it was not left
    std::optional<long> pinned_;  ///< the update that stays in view
    bool unsaved_ = false;
    /// What the session had before the laboratory was entered.
    struct Before {
        QString model;
        QString sentence;
    };
    std::optional<Before> before_;
    QString example_;  ///< what the field held when the laboratory was left
};

}  // namespace app
