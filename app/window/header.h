// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>
#include <optional>

#include "app/session/edits.h"
#include "app/session/session.h"
#include "app/window/branches_bar.h"
#include "app/window/dialogue_bar.h"
#include "app/window/edits_bar.h"
#include "app/window/model_box.h"
#include "app/window/page_panel.h"
#include "app/window/recovery_bar.h"
#include "app/window/scene_bar.h"
#include "app/window/sentence_field.h"
#include "widgets/translation/line.h"

namespace app {

/// The top of the window: the sentence, the examples, the model, and below them the translation or
/// what to do to get one. Shows the session's state and hands on what the user chooses.
class Header : public QWidget {
    Q_OBJECT
  public:
    explicit Header(Session *session, QWidget *parent = nullptr);

    SentenceField *sentence() const { return sentence_; }
    widgets::TranslationLine *translation() const { return translation_; }
    PagePanel *page() const { return page_; }
    Edits *edits() { return &edits_; }
    BranchesBar *branches() const { return branches_; }
    RecoveryBar *recovery() const { return recovery_; }
    /// Begins with an example of what the first model in use reads.
    void beginWithExample() { beginsWithExample_ = true; }
    /// What the field is to hold as soon as a model of a use is in use, or now if one is.
    void setSource(model::Use use, const QString &text);

  public slots:
    /// Puts a sentence into the field, which can be undone, ready to be typed over.
    void pickSentence(const QString &sentence);

  signals:
    /// The sentence is finished: it can be watched from the beginning.
    void watchRequested();
    /// The model in use sees pictures now, or reads text.
    void sourceKindChanged(bool pictures);
    /// A picture is to be chosen from a file.
    void pictureWanted();

  protected:
    void changeEvent(QEvent *event) override;

  private:
    void enlargeSentence();
    QWidget *buildHistory();
    QWidget *buildModel();
    void showState();
    void showModels();
    void showExamples();
    /// Shows what the model in use reads: a sentence, a text, a turn or a picture.
    void followUse();
    /// Puts what was last there for the use of the model into the field, else an example.
    void changeText(std::optional<model::Use> before);

    Session *session_;
    Edits edits_;
    RecoveryBar *recovery_ = nullptr;
    SentenceField *sentence_ = nullptr;
    SceneBar *scene_ = nullptr;
    QWidget *history_ = nullptr;
    DialogueBar *dialogue_ = nullptr;
    QMap<model::Use, QString> others_;  ///< the sources of the uses that are not in view
    std::optional<Reads> reads_;        ///< nothing: no model yet
    bool beginsWithExample_ = false;
    QPushButton *examples_ = nullptr;
    ModelBox *model_ = nullptr;
    widgets::TranslationLine *translation_ = nullptr;
    BranchesBar *branches_ = nullptr;
    PagePanel *page_ = nullptr;
};

}  // namespace app
