// SPDX-License-Identifier: GPL-3.0-or-later
// The letters that choose entries of menus, buttons and fields.
#include <QAbstractButton>
#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTimer>

#include "app/export/dialog.h"
#include "app/settings/language.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "widgets/panel/panel.h"

namespace {

/// The letters of a text that choose it, and what chose the same.
class Keys {
  public:
    void add(const QString &text) {
        static const QRegularExpression form(QStringLiteral("&([^&])"));
        const auto match = form.match(QString(text).remove(QStringLiteral("&&")));
        if (!match.hasMatch())
            return;
        const QString key = match.captured(1).toLower();
        if (owners_.contains(key))
            collisions.append(QStringLiteral("%1: “%2” and “%3”").arg(key, owners_[key], text));
        owners_[key] = text;
    }
    void addAll(const QList<QAction *> &actions) {
        for (const QAction *action : actions)
            add(action->menu() ? action->menu()->title() : action->text());
    }
    QStringList collisions;

  private:
    QMap<QString, QString> owners_;
};

}  // namespace

class MnemonicsTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-mnemonics-test"); }
    void init() {
        opened_.open();
        opened_.translate(QStringLiteral("Le chat noir dort."));
    }
    void cleanup() { opened_.close(); }
    void cleanupTestCase() { app::applyLanguage(app::Language::english); }

    void noTwoEntriesOfAMenuHaveOneKey_data();
    void noTwoEntriesOfAMenuHaveOneKey();
};

void MnemonicsTest::noTwoEntriesOfAMenuHaveOneKey_data() {
    QTest::addColumn<app::Language>("language");
    QTest::addRow("English") << app::Language::english;
    QTest::addRow("French") << app::Language::french;
}

void MnemonicsTest::noTwoEntriesOfAMenuHaveOneKey() {
    QFETCH(const app::Language, language);
    app::applyLanguage(language);
    QCoreApplication::sendPostedEvents();
    QStringList collisions;
    int menus = 0;
    const auto check = [&](const QString &where, const Keys &keys) {
        ++menus;
        if (!keys.collisions.isEmpty())
            collisions.append(where + QStringLiteral(": ") + keys.collisions.join(u' '));
    };
    // Whatever Alt chooses in the window.
    Keys window;
    window.addAll(opened_.window()->menuBar()->actions());
    for (const auto *button : opened_.find<QWidget>("header")->findChildren<QAbstractButton *>())
        window.add(button->text());
    for (const auto *label : opened_.find<QWidget>("header")->findChildren<QLabel *>())
        if (label->buddy())
            window.add(label->text());
    check(QStringLiteral("window"), window);
    for (const QMenu *menu : opened_.window()->findChildren<QMenu *>()) {
        Keys keys;
        keys.addAll(menu->actions());
        check(menu->title(), keys);
    }
    QTimer timer;
    connect(&timer, &QTimer::timeout, &timer, [&] {
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            Keys keys;
            keys.addAll(menu->actions());
            check(menu->actions().constFirst()->text(), keys);
            menu->close();
        }
    });
    timer.start(10);
    const int before = menus;
    for (auto *panel : opened_.window()->findChildren<widgets::Panel *>()) {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, panel->rect().center(),
                                panel->mapToGlobal(panel->rect().center()));
        QCoreApplication::sendEvent(panel, &event);
    }
    QVERIFY(menus >= before + 7);
    app::ExportDialog dialog(opened_.viewpoint(), {}, "heatmap", nullptr);
    Keys keys;
    for (const auto *label : dialog.findChildren<QLabel *>())
        if (label->buddy())
            keys.add(label->text());
    for (const auto *button : dialog.findChildren<QAbstractButton *>())
        keys.add(button->text());
    check(QStringLiteral("dialog"), keys);
    QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(u'\n')));
}

REGISTER_QT_TEST(MnemonicsTest)
#include "window/mnemonics_test.moc"
