// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <map>
#include <vector>

// The lesson as data: chapters of short pages, read from resources/lessons.
namespace app {

/// A text in each language of the program, by its code ("en", "fr"): paragraphs, in the markup of
/// markup.h.
class LessonText {
  public:
    LessonText() = default;
    /// From an object with a string or a list of strings (the paragraphs) per language.
    explicit LessonText(const QJsonValue &value);

    bool empty() const { return byLanguage_.empty(); }
    /// Those of a language; English where there are none.
    QStringList paragraphs(const QString &language) const;
    /// The same as one text.
    QString in(const QString &language) const { return paragraphs(language).join(u' '); }
    /// The codes of the languages that it is there in.
    QStringList languages() const;

  private:
    std::map<QString, QStringList> byLanguage_;
};

/// A page and the picture that belongs to it. What is empty stays as it is.
struct LessonPage {
    QString id;
    LessonText text;
    /// French, or ownSentence: the one that the learner has brought along.
    QString sentence;
    QString model;    ///< one that is built in: "attention", "bottleneck"
    QString moment;   ///< see momentNamed()
    QString step;     ///< which step the text and the selection are about; see stepNamed()
    QString select;   ///< see selectionNamed()
    QString zoom;     ///< "fit", "readable"
    QString panel;    ///< the name of the view that comes to the front: "heatmap"
    QString wait;     ///< what the learner has to do before the lesson goes on; see conditions.h
    LessonText task;  ///< what that is, as a request
    QString open;     ///< another panel that a button opens: "lengths", "laboratory"
    /// What a model is for that reads something here, live, where there is one: "summary". What the
    /// rest of the page says of a translation does not need one.
    QString use;
    QString source;   ///< what it reads
    LessonText live;  ///< what is said of that, after the text

    static const QString ownSentence;
};

struct LessonChapter {
    QString id;
    LessonText title;
    std::vector<LessonPage> pages;
};

/// The chapters of the lesson.
const std::vector<LessonChapter> &lessonChapters();

/// One chapter of a file. @throws std::runtime_error, with one sentence, for what is no chapter: no
/// JSON, a name that no page has, a text without a language.
LessonChapter readChapter(const QByteArray &json);

/// Where a page is: the indices of its chapter and of itself.
struct LessonPlace {
    int chapter = 0;
    int page = 0;
    bool operator==(const LessonPlace &) const = default;
};

/// "steps/softmax", by which a place is remembered.
QString nameOf(const std::vector<LessonChapter> &chapters, LessonPlace place);
/// The place of that name; of one that is not there, the beginning of its chapter, else of all.
LessonPlace placeNamed(const std::vector<LessonChapter> &chapters, const QString &name);

}  // namespace app
