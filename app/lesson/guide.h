// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <memory>
#include <optional>

#include "app/lesson/conditions.h"
#include "app/lesson/knowledge.h"
#include "app/lesson/lesson.h"
#include "app/lesson/markup.h"
#include "app/session/edits.h"
#include "app/session/session.h"
#include "app/session/veil.h"

namespace app {

/// What the lesson needs of the window that it takes place in.
class LessonRoom {
  public:
    LessonRoom() = default;
    LessonRoom(const LessonRoom &) = delete;
    LessonRoom &operator=(const LessonRoom &) = delete;
    virtual ~LessonRoom() = default;

    /// Shows the panel of the lesson, or takes it away.
    virtual void setLessonShown(bool shown) = 0;
    /// What is typed.
    virtual QString sentence() const = 0;
    /// Puts what a model for a use reads into the field, now or as soon as one is in use.
    virtual void setSource(model::Use use, const QString &text) = 0;
    /// Where the panels lie, as one value, and back to it.
    virtual QByteArray layout() const = 0;
    virtual void restoreLayout(const QByteArray &layout) = 0;
    /// Brings the panel with a view to the front.
    virtual void bringToFront(const QString &view) = 0;
    /// What the user has decided about the sentence.
    virtual Edits &edits() = 0;
    /// How large the picture is, and back to that once the panels lie where they are to.
    virtual double pictureZoom() const = 0;
    virtual void setPictureZoom(double zoom) = 0;
    /// All of the picture in view, or as large as it is read well.
    virtual void fitPicture(bool all) = 0;
    /// Nothing plays any more.
    virtual void pause() = 0;
    /// Opens a panel that is no view, such as the length laboratory ("lengths").
    virtual void openPanel(const QString &name) = 0;
};

/// The course of the lesson: which page it is at, and that the picture is the page's. What the
/// learner had is there again when it is left: sentence, model, what was decided about them,
/// moment, selection, layout and zoom. The place is remembered.
class LessonGuide : public QObject {
    Q_OBJECT
  public:
    /// Both must outlive it.
    LessonGuide(Session *session, LessonRoom *room, QObject *parent = nullptr);

    bool running() const { return before_.has_value(); }
    const std::vector<LessonChapter> &chapters() const { return chapters_; }
    LessonPlace place() const { return place_; }
    const LessonChapter &chapter() const;
    const LessonPage &page() const;
    bool isFirst() const { return place_ == LessonPlace{}; }
    bool isLast() const;
    /// Whether the page waits for something that the learner has not done.
    bool waits() const { return waiting_; }
    /// Whether the page has a model of another use read something.
    bool isLive() const { return liveModel() >= 0; }
    /// The text of the page in a language.
    QStringList paragraphs(const QString &language) const;
    /// The facts that the text of the page takes, as far as they are known.
    LessonFacts facts() const;
    /// What is known of the sentence in view.
    const LessonKnowledge &knowledge() const { return known_; }
    /// The learner's own sentence.
    const QString &ownSentence() const { return own_; }
    /// What is hidden from the class until it is asked for.
    Veil *veil() { return &veil_; }

  public slots:
    /// Begins, at the page where the lesson was left.
    void begin();
    /// Gives back what the learner had.
    void leave();
    void goTo(app::LessonPlace place);
    void goToChapter(int chapter);
    /// To the next page; not while the page waits.
    void next();
    void back();
    /// Does what the page waits for in the learner's place.
    void showHow();
    /// Opens what the page offers to open.
    void openOffered();

  signals:
    void runningChanged();
    /// Another page, or other facts.
    void changed();

  private:
    /// What the learner had before the lesson.
    struct Before {
        QByteArray layout;
        double zoom = 1;
        QString model;     ///< key
        QString own = {};  ///< what the lesson took for the learner's own sentence
        /// The translation, with all that was decided about it; nothing: there was none.
        std::optional<OpenedSession> session;
        bool showedOriginal = false;
        bool left = false;  ///< sentence or model have been others since
    };
    void giveBack(const Before &before);
    void show();
    void setUp();
    void take();
    void judge();
    void hearSentence();
    /// Whether the translation in view is that of the page, and whole.
    bool isThere() const;
    void learn();
    void typeSentence(const QString &sentence);
    /// The index of the model that reads something on the page; −1: none.
    int liveModel() const;
    /// Whether what is in view is what the lesson is about: a translation.
    bool translates() const;
    void showSource();

    Session *session_;
    LessonRoom *room_;
    const std::vector<LessonChapter> &chapters_;
    Veil veil_;
    LessonScholar scholar_;
    LessonPlace place_;
    std::optional<Before> before_;  ///< nothing: there is no lesson
    QString own_;
    QString set_;  ///< the sentence that the lesson has put into the field last
    LessonKnowledge known_;
    LessonStart start_;
    /// The translation for which moment and selection are those of the page.
    std::weak_ptr<const model::Trace> setUpOf_;
    bool setUp_ = false;   ///< moment and selection are those of the page
    bool placed_ = false;  ///< once more for a page that depends on what is worked out later
    bool waiting_ = false;
    bool wasLive_ = false;  ///< a model of another use was to be seen on the page before
};

}  // namespace app
