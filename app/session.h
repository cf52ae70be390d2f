// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

#include "app/translation_worker.h"
#include "widgets/viewpoint.h"

namespace app {

/// What a person works on: the sentence, the models that are open, the translation in view. Turns
/// each change of sentence or model into a translation on the worker, and its results into the
/// viewpoint's trace.
class Session : public QObject {
    Q_OBJECT
  public:
    enum class State {
        loading,  ///< no model yet
        empty,    ///< nothing is typed
        busy,     ///< a translation takes long enough to be worth mentioning
        shown,    ///< the viewpoint holds the sentence's translation
        failed,   ///< message() says why there is none
    };

    explicit Session(QObject *parent = nullptr);

    widgets::Viewpoint *viewpoint() { return &viewpoint_; }
    State state() const { return state_; }
    const QString &message() const { return message_; }
    const QString &sentence() const { return sentence_; }
    /// The models that are open, in the order in which they were opened.
    const std::vector<std::shared_ptr<const model::Model>> &models() const { return models_; }
    int currentModel() const { return current_; }

  public slots:
    /// Opens the model that is built in.
    void openEmbeddedModel();
    /// Opens a model file and changes to it; on failure everything stays as it was.
    void openModel(const QString &file);
    void selectModel(int index);
    void setSentence(const QString &sentence);

  signals:
    void stateChanged();
    /// The list of models or the current one.
    void modelsChanged();
    void modelFailed(const QString &sentence);
    /// The sentence or the model is another: what was being watched has ended.
    void restarted();

  private:
    void retranslate();
    void setState(State state, const QString &message = {});
    void show(const std::shared_ptr<const model::Trace> &trace);

    widgets::Viewpoint viewpoint_;
    TranslationWorker worker_;
    QTimer patience_;
    std::vector<std::shared_ptr<const model::Model>> models_;
    int current_ = -1;
    QString sentence_;
    QString message_;
    State state_ = State::loading;
    bool fresh_ = true;  ///< nothing of the present translation has been shown yet
};

/// How a model is called where one chooses among several: its name, or what it translates.
QString modelTitle(const model::Model &model);

}  // namespace app
