// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/lesson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <stdexcept>

#include "app/lesson/resource.h"

namespace app {
namespace {

const QString english = QStringLiteral("en");

[[noreturn]] void refuse(const QString &sentence) {
    throw std::runtime_error(sentence.toStdString());
}

/// The members of a page that are plain strings.
QString *member(LessonPage &page, const QString &name) {
    const std::pair<const char *, QString *> members[] = {
        {"id", &page.id},         {"sentence", &page.sentence}, {"model", &page.model},
        {"moment", &page.moment}, {"step", &page.step},         {"select", &page.select},
        {"zoom", &page.zoom},     {"panel", &page.panel},       {"wait", &page.wait},
        {"open", &page.open},     {"use", &page.use},           {"source", &page.source}};
    for (const auto &[called, text] : members)
        if (name == QLatin1String(called))
            return text;
    return nullptr;
}

LessonPage readPage(const QJsonObject &object) {
    LessonPage page;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry.key() == QLatin1String("text"))
            page.text = LessonText(entry.value());
        else if (entry.key() == QLatin1String("live"))
            page.live = LessonText(entry.value());
        else if (entry.key() == QLatin1String("task"))
            page.task = LessonText(entry.value());
        else if (QString *text = member(page, entry.key()))
            *text = entry.value().toString();
        else
            refuse(QStringLiteral("A page of a lesson has no \"%1\".").arg(entry.key()));
    }
    if (page.id.isEmpty() || page.text.empty())
        refuse(QStringLiteral("A page of a lesson needs an id and a text; \"%1\" has not both.")
                   .arg(page.id));
    return page;
}

std::vector<LessonChapter> readChapters() {
    std::vector<LessonChapter> chapters;
    const QJsonDocument list =
        QJsonDocument::fromJson(lessonResource(QStringLiteral("chapters.json")));
    for (const QJsonValue name : list.array())
        chapters.push_back(readChapter(lessonResource(name.toString() + QStringLiteral(".json"))));
    return chapters;
}

}  // namespace

const QString LessonPage::ownSentence = QStringLiteral("own");

LessonText::LessonText(const QJsonValue &value) {
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        QStringList &paragraphs = byLanguage_[entry.key()];
        if (entry.value().isArray())
            for (const QJsonValue paragraph : entry.value().toArray())
                paragraphs.append(paragraph.toString());
        else
            paragraphs.append(entry.value().toString());
    }
    if (!byLanguage_.contains(english))
        refuse(QStringLiteral("A text of a lesson has no \"en\"."));
}

QStringList LessonText::paragraphs(const QString &language) const {
    const auto found = byLanguage_.find(language);
    if (found != byLanguage_.end())
        return found->second;
    return empty() ? QStringList() : byLanguage_.at(english);
}

QStringList LessonText::languages() const {
    QStringList codes;
    for (const auto &[code, paragraphs] : byLanguage_)
        codes.append(code);
    return codes;
}

LessonChapter readChapter(const QByteArray &json) {
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (object.isEmpty())
        refuse(QStringLiteral("A chapter of a lesson is no JSON object (%1).")
                   .arg(error.errorString()));
    LessonChapter chapter;
    chapter.id = object.value(QStringLiteral("id")).toString();
    chapter.title = LessonText(object.value(QStringLiteral("title")));
    for (const QJsonValue page : object.value(QStringLiteral("pages")).toArray())
        chapter.pages.push_back(readPage(page.toObject()));
    if (chapter.id.isEmpty() || chapter.pages.empty())
        refuse(QStringLiteral("A chapter of a lesson needs an id and pages; \"%1\" has not both.")
                   .arg(chapter.id));
    return chapter;
}

const std::vector<LessonChapter> &lessonChapters() {
    static const std::vector<LessonChapter> chapters = readChapters();
    return chapters;
}

QString nameOf(const std::vector<LessonChapter> &chapters, LessonPlace place) {
    const LessonChapter &chapter = chapters.at(static_cast<std::size_t>(place.chapter));
    return chapter.id + u'/' + chapter.pages.at(static_cast<std::size_t>(place.page)).id;
}

LessonPlace placeNamed(const std::vector<LessonChapter> &chapters, const QString &name) {
    const auto chapter = std::ranges::find(chapters, name.section(u'/', 0, 0), &LessonChapter::id);
    if (chapter == chapters.end())
        return {};
    const auto page = std::ranges::find(chapter->pages, name.section(u'/', 1), &LessonPage::id);
    return {static_cast<int>(chapter - chapters.begin()),
            page == chapter->pages.end() ? 0 : static_cast<int>(page - chapter->pages.begin())};
}

}  // namespace app
