// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "app/session/saved_session.h"
#include "app/session/translation_worker.h"
#include "model/model.h"
#include "model/use.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"

namespace app {

/// A model that can be chosen. Its header is known; the rest is read when it is first used.
struct ModelEntry {
    QString key;             ///< the path of its file, or the name of one that is not in a file
    QString name;            ///< of the file, or as the key
    QString folder;          ///< of the file, where another model has its name
    QString sourceLanguage;  ///< as its file says it: "fr"; empty: it does not, or was not read
    QString targetLanguage;
    QString task;      ///< the name of the task that it has learned, where it is no translator
    QString training;  ///< what it says about how it was trained
    std::shared_ptr<const model::Model> model;  ///< null: not read yet
    bool reading = false;                       ///< being read for the first time

    /// What it is for.
    model::Use use() const;
    /// How it is called in the list of models, in the language of the moment: by its name, and by
    /// its languages, its use or its task.
    QString title() const;
};

/// The name of the first model that is built in for a use; empty: there is none.
QString builtInModelFor(model::Use use);

/// What reads the model of a key (ModelEntry); of the first that is built in where it is empty.
TranslationWorker::ModelReader modelReader(const QString &key);

/// What the user works on: the sentence, the models that are open, the translation in view. Turns
/// each change of sentence or model into a translation on the worker, and its results into the
/// viewpoint's trace.
class Session : public QObject {
    Q_OBJECT
  public:
    enum class State {
        loading,  ///< no model yet
        empty,    ///< nothing is typed
        busy,     ///< a translation takes long enough to be worth mentioning
        shown,    ///< the viewpoint holds the translation of the sentence
        failed,   ///< message() says why there is none
    };

    explicit Session(QObject *parent = nullptr);

    widgets::Viewpoint *viewpoint() { return &viewpoint_; }
    State state() const { return state_; }
    const QString &message() const { return message_; }
    const QString &sentence() const { return sentence_; }
    /// Whether the viewpoint holds the whole translation of the sentence by the model in use.
    bool upToDate() const;
    /// The models that can be chosen: those that are built in, then the files in the order in which
    /// they were opened.
    const std::vector<ModelEntry> &models() const { return models_; }
    /// The index of the model in use; -1: none yet.
    int currentModel() const { return current_; }
    /// The index of the model with a key; −1: there is none.
    int find(const QString &key) const;
    /// The model in use, or null.
    std::shared_ptr<const model::Model> model() const;
    /// The index of a model for a use: the one in use, else the first that writes the language of
    /// the interface, else the first; −1: there is none.
    int find(model::Use use) const;
    /// What it is for; a translation where there is none.
    model::Use use() const;
    /// Whether it is there and what it is given is a picture.
    bool seesPictures() const { return model() && model()->configuration().seesPictures(); }
    /// How it is called in the list of models; empty: none.
    QString modelTitle() const;
    /// Its key (ModelEntry); empty: none.
    QString modelKey() const;
    /// The title of the model that was chosen and takes long enough to read to be worth mentioning;
    /// empty: none.
    const QString &awaitedModel() const { return awaited_; }
    const model::Interventions &interventions() const { return interventions_; }
    /// Whether there are interventions, and what is in view was made without them.
    bool showsOriginal() const { return showsOriginal_; }

  public slots:
    /// Lists the models that are built in, and opens the first, or the one that is named, as for
    /// openModel(): the first if that fails.
    void openBuiltInModels(const QString &wanted = {});
    /// Changes to a model: a file, read anew, or one that is built in, by its name. On failure
    /// everything stays as it was.
    void openModel(const QString &file);
    /// Changes to one of models(), which is read first where it was not used before.
    void selectModel(int index);
    /// Puts a model that is in no file among models(), or in the place of the one that was offered
    /// by this key before, such as what it has learned since. Where that is in use, the sentence is
    /// translated anew, what was decided about it is gone, and the moment stays.
    void offerModel(const QString &key, const QString &name,
                    const std::shared_ptr<const model::Model> &model);
    /// Takes a model that was offered out of models(); another is used where it was in use.
    void withdrawModel(const QString &key);
    void setSentence(const QString &sentence);
    /// Translates the sentence with what the user decides in place of the model, from the moment in
    /// view on. They last until sentence or model is another.
    void setInterventions(const model::Interventions &interventions);
    /// Shows what the model made of the sentence by itself, or again what it made with the
    /// interventions.
    void setShowsOriginal(bool shows);
    /// Opens a file of whichever kind: a model, a session, or the text of a sentence.
    void openFile(const QString &file);
    /// Puts a model that was read into the list, without changing to it.
    void keepModel(const QString &key, const std::shared_ptr<const model::Model> &model);
    /// What restore() takes, as it is now, but for the edits and the looks of the window; nothing
    /// where there is no whole translation.
    std::optional<OpenedSession> snapshot() const;
    /// Shows a session as a whole in place of everything; the edits are for whoever keeps them.
    void restore(const OpenedSession &opened);
    /// Says in the language of the moment why there is no translation.
    void tellAnew();

  signals:
    /// A file held the text of a sentence.
    void sentenceRead(const QString &sentence);
    /// A file holds a session, which is still to be read.
    void sessionFound(const QString &file);
    void fileFailed(const QString &sentence);
    void stateChanged();
    /// The list of models or the current one.
    void modelsChanged();
    void modelFailed(const QString &sentence);
    void posteriorFailed(const QString &sentence);
    void awaitedModelChanged();
    /// The sentence or the model is another: what was being watched has ended.
    void restarted();
    /// The sentence or the model is another: what was decided about the one before is gone.
    void sourceChanged();
    /// Others, or whether the translation without them is in view.
    void interventionsChanged();

  private:
    /// That of a file, with its folder where another model is called like it.
    ModelEntry entryOfFile(const QString &file) const;
    void use(int index);
    void await(const QString &key);
    void setAwaited(const QString &title);
    void keep(const QString &key, const std::shared_ptr<const model::Model> &model);
    /// Translates what there is now, whatever was being translated.
    void translate();
    /// The same, after what was being watched has ended.
    /// Puts a model into the list. Its index.
    int enlist(const QString &key, const std::shared_ptr<const model::Model> &model);
    void retranslate();
    /// The same of another sentence or by another model.
    void beginAnew();
    void forgetEdits();
    void setState(State state, const QString &message = {});
    void show(const std::shared_ptr<const model::Trace> &trace);
    void fail(const QString &why);
    void takeFile(const QString &file, const TextFile &content);

    widgets::Viewpoint viewpoint_;
    widgets::Deriver deriver_{&viewpoint_};
    TranslationWorker worker_;
    QTimer patience_;
    QTimer readingPatience_;
    std::vector<ModelEntry> models_;
    int current_ = -1;
    QString wanted_;  ///< the key of the model that was chosen last; it may still be read
    QString awaited_;
    QString sentence_;
    QString message_;
    State state_ = State::loading;
    model::Interventions interventions_;
    /// What the model made of the sentence by itself, and with the interventions; null: not known.
    std::shared_ptr<const model::Trace> original_;
    std::shared_ptr<const model::Trace> edited_;
    bool showsOriginal_ = false;
    bool fresh_ = true;  ///< nothing of the present translation has been shown yet
};

}  // namespace app
