// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/examples.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <string>

#include "app/resources.h"
#include "model/error.h"
#include "model/scenes/picture.h"
#include "widgets/scene/names.h"
#include "widgets/text/menu_text.h"

namespace app {
namespace {

/// The titles of the groups, for translators to find.
[[maybe_unused]] constexpr const char *titles[] = {
    QT_TRANSLATE_NOOP("examples", "word order"),
    QT_TRANSLATE_NOOP("examples", "negation"),
    QT_TRANSLATE_NOOP("examples", "pronouns"),
    QT_TRANSLATE_NOOP("examples", "agreement"),
    QT_TRANSLATE_NOOP("examples", "a long sentence"),
    QT_TRANSLATE_NOOP("examples", "rare words and names"),
    QT_TRANSLATE_NOOP("examples", "programs"),
    QT_TRANSLATE_NOOP("examples", "libraries"),
    QT_TRANSLATE_NOOP("examples", "games"),
    QT_TRANSLATE_NOOP("examples", "a long text"),
    QT_TRANSLATE_NOOP("examples", "small talk"),
    QT_TRANSLATE_NOOP("examples", "films, music, sport"),
    QT_TRANSLATE_NOOP("examples", "asking for something"),
    QT_TRANSLATE_NOOP("examples", "with the turn before"),
    QT_TRANSLATE_NOOP("examples", "one shape"),
    QT_TRANSLATE_NOOP("examples", "side by side"),
    QT_TRANSLATE_NOOP("examples", "one above the other"),
    QT_TRANSLATE_NOOP("examples", "one in front of the other"),
};

QJsonArray readSources() {
    initializeResources();
    QFile file(QStringLiteral(":/examples.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    if (!opened)
        return {};
    return QJsonDocument::fromJson(file.readAll())
        .object()
        .value(QStringLiteral("sources"))
        .toArray();
}

std::vector<ExampleGroup> groupsOf(const QJsonObject &source) {
    std::vector<ExampleGroup> groups;
    for (const QJsonValue value : source.value(QStringLiteral("groups")).toArray()) {
        const QJsonObject object = value.toObject();
        ExampleGroup group;
        group.title = object.value(QStringLiteral("title")).toString();
        for (const QJsonValue each : object.value(QStringLiteral("sentences")).toArray())
            group.sentences.append(each.toString());
        groups.push_back(group);
    }
    return groups;
}

/// How an example is called in a menu: a scene by what it shows.
QString labelOf(const QString &sentence) {
    if (!sentence.startsWith(u'{'))
        return sentence;
    try {
        if (const auto seen = model::scenes::pictureFromText(sentence.toStdString()); seen.scene)
            return widgets::sceneDescription(*seen.scene);
    } catch (const model::Error &) {
        // As any other text.
    }
    return sentence;
}

}  // namespace

std::vector<ExampleGroup> examplesOf(model::Use use, const QString &language) {
    static const QJsonArray sources = readSources();
    const std::string_view wanted = model::toString(use);
    for (const QJsonValue source : sources) {
        const QJsonObject object = source.toObject();
        if (object.value(QStringLiteral("use")).toString().toStdString() == wanted &&
            object.value(QStringLiteral("language")).toString() == language)
            return groupsOf(object);
    }
    return {};
}

QString firstExample(model::Use use, const QString &language) {
    const std::vector<ExampleGroup> groups = examplesOf(use, language);
    return groups.empty() ? QString() : groups.front().sentences.value(0);
}

void addSentence(QMenu &menu, const QString &sentence,
                 const std::function<void(const QString &)> &pick) {
    const int widest = menu.fontMetrics().averageCharWidth() * 70;
    const QString shown = menu.fontMetrics().elidedText(labelOf(sentence), Qt::ElideRight, widest);
    QAction *action = menu.addAction(widgets::menuText(shown));
    action->setData(sentence);
    QObject::connect(action, &QAction::triggered, &menu, [pick, sentence] { pick(sentence); });
}

QMenu *makeExamplesMenu(QWidget *parent, const std::vector<ExampleGroup> &groups,
                        const std::function<void(const QString &)> &pick) {
    auto *menu = new QMenu(parent);
    menu->setObjectName("examplesMenu");
    for (const ExampleGroup &group : groups) {
        QAction *title = menu->addSection(
            QCoreApplication::translate("examples", group.title.toUtf8().constData()));
        QFont bold = menu->font();
        bold.setBold(true);
        title->setFont(bold);
        for (const QString &sentence : group.sentences)
            addSentence(*menu, sentence, pick);
    }
    return menu;
}

}  // namespace app
