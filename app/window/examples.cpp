// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/examples.h"
#include "widgets/text/menu_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// Resources of a static library have to be asked for, outside of any namespace.
static void initializeResources() {
    Q_INIT_RESOURCE(app_resources);
}

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
};

std::vector<ExampleGroup> readExamples() {
    initializeResources();
    QFile file(QStringLiteral(":/examples.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    if (!opened)
        return {};
    std::vector<ExampleGroup> groups;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    for (const QJsonValue value : document.object().value(QStringLiteral("groups")).toArray()) {
        const QJsonObject object = value.toObject();
        ExampleGroup group;
        group.title = object.value(QStringLiteral("title")).toString();
        for (const QJsonValue each : object.value(QStringLiteral("sentences")).toArray())
            group.sentences.append(each.toString());
        groups.push_back(group);
    }
    return groups;
}

}  // namespace

const std::vector<ExampleGroup> &examples() {
    static const std::vector<ExampleGroup> groups = readExamples();
    return groups;
}

void addSentence(QMenu &menu, const QString &sentence,
                 const std::function<void(const QString &)> &pick) {
    const int widest = menu.fontMetrics().averageCharWidth() * 70;
    const QString shown = menu.fontMetrics().elidedText(sentence, Qt::ElideRight, widest);
    QAction *action = menu.addAction(widgets::menuText(shown));
    action->setData(sentence);
    QObject::connect(action, &QAction::triggered, &menu, [pick, sentence] { pick(sentence); });
}

QMenu *makeExamplesMenu(QWidget *parent, const std::function<void(const QString &)> &pick) {
    auto *menu = new QMenu(parent);
    menu->setObjectName("examplesMenu");
    for (const ExampleGroup &group : examples()) {
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
