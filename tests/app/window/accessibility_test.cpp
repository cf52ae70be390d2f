// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMetaEnum>
#include <QSet>
#include <QTabBar>
#include <QTreeWidget>
#include <algorithm>

#include "app/export/animation_dialog.h"
#include "app/export/dialog.h"
#include "app/help/help.h"
#include "app/help/keys_dialog.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/qt_test.h"

namespace {

using Role = QAccessible::Role;

/// What a screen reader says of something: its name, or what is written in it.
QString spoken(const QAccessibleInterface &interface) {
    const QString name = interface.text(QAccessible::Name);
    return name.isEmpty() ? interface.text(QAccessible::Description) : name;
}

bool isInteractive(const QAccessibleInterface &interface) {
    static const QSet<int> roles{
        Role::Button,    Role::CheckBox,  Role::RadioButton, Role::ComboBox,   Role::EditableText,
        Role::SpinBox,   Role::Slider,    Role::ScrollBar,   Role::List,       Role::Table,
        Role::Tree,      Role::PageTab,   Role::MenuItem,    Role::ButtonMenu, Role::Link,
        Role::Chart,     Role::Graphic,   Role::Dialog,      Role::ListItem,   Role::Cell,
        Role::Indicator, Role::PopupMenu, Role::Window};
    return interface.state().focusable || roles.contains(interface.role());
}

/// The tree of what is in view, as a screen reader walks it, and what in it has no name.
class Walk {
  public:
    explicit Walk(QObject *root) { visit(QAccessible::queryAccessibleInterface(root), {}); }

    int count() const { return count_; }
    QStringList nameless() const { return nameless_; }

  private:
    void visit(QAccessibleInterface *interface, const QString &path) {
        if (!interface || !interface->isValid() || interface->state().invisible)
            return;
        ++count_;
        const QString here =
            path + QStringLiteral("/%1 %2 “%3”")
                       .arg(QMetaEnum::fromType<Role>().valueToKey(interface->role()))
                       .arg(interface->object() ? interface->object()->objectName() : QString())
                       .arg(interface->text(QAccessible::Name));
        const bool mute = interface->childCount() == 0 &&
                          interface->text(QAccessible::Value).isEmpty() && !isSilent(*interface);
        if (spoken(*interface).isEmpty() && (isInteractive(*interface) || mute))
            nameless_.append(here);
        for (int i = 0; i < interface->childCount(); ++i)
            visit(interface->child(i), here);
    }
    /// What screen readers pass over without a word.
    static bool isSilent(const QAccessibleInterface &interface) {
        static const QSet<int> roles{Role::Separator, Role::Splitter, Role::Grip, Role::Whitespace,
                                     Role::Border};
        return roles.contains(interface.role());
    }

    int count_ = 0;
    QStringList nameless_;
};

}  // namespace

/// The window as those have it who hear it.
class AccessibilityTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    static void check(QObject *root, int least) {
        const Walk walk(root);
        QVERIFY2(walk.nameless().isEmpty(), qPrintable(walk.nameless().join(u'\n')));
        QVERIFY2(walk.count() >= least, qPrintable(QString::number(walk.count())));
    }
    void checkEveryPanel() {
        for (auto *dock : opened_.openDocks()) {
            dock->raise();
            QTRY_VERIFY(!dock->visibleRegion().isEmpty());
            QCoreApplication::sendPostedEvents();
            QTRY_VERIFY2(!hasEmptyBar(), "tabs that have been put together leave nothing behind");
            check(opened_.window(), 60);
        }
    }
    bool hasEmptyBar() const {
        const auto bars = opened_.window()->findChildren<QTabBar *>();
        return std::any_of(bars.begin(), bars.end(), [](const QTabBar *bar) {
            return bar->count() == 0 && bar->isVisible();
        });
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-accessibility-test"); }
    void init() { opened_.open(); }
    void cleanup() { opened_.close(); }

    void everythingInTheWindowHasAName() {
        opened_.translate("Le chat noir dort sur la chaise rouge de la cuisine de ma grand-mère.");
        for (const QSize size : {QSize(1366, 900), QSize(640, 400)}) {
            opened_.window()->resize(size);
            QTRY_COMPARE(opened_.window()->size(), size);
            checkEveryPanel();
        }
    }
    void soItHasBeforeASentenceIsTyped() {
        opened_.window()->resize(1366, 900);
        checkEveryPanel();
    }
    void soHasTheLaboratory() {
        opened_.window()->openLaboratory("second");
        auto *dock = opened_.find<QDockWidget>("laboratoryDock");
        for (const QSize size : {QSize(1366, 900), QSize(640, 400)}) {
            opened_.window()->resize(size);
            QTRY_VERIFY(!dock->visibleRegion().isEmpty());
            check(opened_.window(), 80);
        }
        opened_.window()->resize(1366, 900);
        opened_.find<QAbstractButton>("laboratoryStep")->click();
        QTRY_VERIFY_WITH_TIMEOUT(opened_.find<QAbstractButton>("laboratoryTake")->isEnabled(),
                                 OpenedWindow::patience);
        check(opened_.window(), 80);
    }
    void soHaveTheSentencesOfAPage() {
        opened_.edit()->setText("Le chat dort. Je ne sais pas. Il habite ici.");
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->state() == app::Session::State::shown,
                                 OpenedWindow::patience);
        auto *offer = opened_.find<QAbstractButton>("translateAsSentences");
        QTRY_VERIFY(offer->isVisible());
        check(opened_.window(), 60);
        offer->click();
        auto *sentences = opened_.find<QTreeWidget>("pageSentences");
        QTRY_VERIFY(sentences->isVisible());
        for (int i = 0; i < sentences->topLevelItemCount(); ++i)
            QTRY_VERIFY_WITH_TIMEOUT(!sentences->topLevelItem(i)->text(1).isEmpty(),
                                     OpenedWindow::patience);
        check(opened_.window(), 60);
    }
    void soHaveTheLessonAndTheLaboratory() {
        opened_.window()->resize(1366, 900);
        opened_.translate("Le chat dort.");
        opened_.window()->offerLesson();
        check(opened_.window(), 60);
        opened_.find<QAction>("lessonAction")->trigger();
        opened_.find<QAction>("lessonTeaching")->trigger();
        QTRY_VERIFY(opened_.find<QWidget>("lessonQuestion")->isVisible());
        QTRY_VERIFY(!hasEmptyBar());
        check(opened_.window(), 60);
        opened_.find<QDockWidget>("lengthsDock")->toggleViewAction()->trigger();
        QTRY_VERIFY(opened_.find<QWidget>("lengthPlot")->isVisible());
        QTRY_VERIFY(!hasEmptyBar());
        check(opened_.window(), 60);
        opened_.find<QAction>("lessonTeaching")->trigger();
    }
    void everyMenuAndItsEntriesHaveNames() {
        for (auto *menu : opened_.window()->findChildren<QMenu *>()) {
            menu->popup({});
            QTRY_VERIFY(menu->isVisible() || menu->isEmpty());
            check(menu, menu->isEmpty() ? 0 : 1);
            menu->close();
        }
    }
    void dialogsHaveThemToo() {
        opened_.translate("Le chat dort.");
        app::ExportDialog dialog(opened_.viewpoint(), {}, "heatmap", opened_.window());
        dialog.show();
        check(&dialog, 15);
        app::AnimationDialog animation(opened_.viewpoint(), {}, opened_.window());
        animation.show();
        check(&animation, 12);
        app::KeysDialog::showFor(opened_.window());
        check(opened_.window()->findChild<app::KeysDialog *>(), 5);
        const WhenOpened<QMessageBox> look([&](QMessageBox *box) {
            check(box, 5);
            box->accept();
        });
        app::showAbout(opened_.window(), opened_.session()->model().get());
    }
};

REGISTER_QT_TEST(AccessibilityTest)
#include "window/accessibility_test.moc"
