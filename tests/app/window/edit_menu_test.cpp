// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/edit_menu.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QRegularExpression>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QWindow>

#include "app/window/examples.h"
#include "resources/built_in_models.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/qt_test.h"
#include "widgets/heatmap/panel.h"
#include "widgets/timeline/view.h"

/// Editing the sentence from wherever the user is.
class EditMenuTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    QLineEdit *edit() { return opened_.edit(); }
    QWidget *track() { return opened_.find<widgets::TimelineView>("timelineView")->track(); }
    void type(const QString &text) {
        edit()->setFocus();
        edit()->selectAll();
        QTest::keyClicks(edit(), text);
    }
    QAction *example(const QString &sentence) {
        for (QAction *action : opened_.find<QMenu>("examplesMenu")->actions())
            if (action->data().toString() == sentence)
                return action;
        return nullptr;
    }
    /// Opens the menu and presses the key of an entry.
    void choose(Qt::Key key) {
        auto *menu = opened_.find<app::EditMenu>("editMenu");
        menu->popup(opened_.window()->mapToGlobal(QPoint(10, 10)));
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, key);
        QTRY_VERIFY(!menu->isVisible());
        QCoreApplication::processEvents();
    }
    void drop(const QMimeData &data) {
        const QPoint place = opened_.window()->rect().center();
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(opened_.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(opened_.window(), &event);
    }
    void dropFile(const QString &file) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        drop(data);
    }
    QString write(const QString &name, const QByteArray &bytes) {
        QFile file(opened_.path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                   ? file.fileName()
                   : QString();
    }
    static QStringList twice(const QList<QAction *> &actions) {
        static const QRegularExpression mark(QStringLiteral("&([^&])"));
        QMap<QString, QStringList> keys;
        for (const QAction *action : actions)
            if (const auto found = mark.match(action->text()); found.hasMatch())
                keys[found.captured(1).toLower()].append(action->text());
        QStringList shared;
        for (const QStringList &texts : keys)
            if (texts.size() > 1)
                shared.append(texts.join(QStringLiteral(" / ")));
        return shared;
    }
    /// The names of the menus that a right click at a place of the window opens.
    QString menuAt(const QWidget &widget, const QPoint &place) {
        QString name;
        QTimer poll;
        connect(&poll, &QTimer::timeout, this, [&name] {
            if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
                name = menu->objectName();
                [&] { QCOMPARE(twice(menu->actions()), QStringList()); }();
                menu->close();
            }
        });
        poll.start(1);
        QTest::mouseClick(opened_.window()->windowHandle(), Qt::RightButton, {},
                          widget.mapTo(opened_.window(), place));
        return QTest::qWaitFor([&name] { return !name.isEmpty(); }, 500) ? name : QString();
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-edit-test"); }
    void init() {
        opened_.open();
        opened_.translate("Le chat dort.");
        QApplication::clipboard()->clear();
    }
    void cleanup() { opened_.close(); }

    void anExampleChosenByAccidentIsUndone() {
        type("Elle chante");
        const QString sentence =
            app::examplesOf(model::Use::translation, "fr").at(1).sentences.first();
        example(sentence)->trigger();
        QCOMPARE(edit()->text(), sentence);
        QTest::keyClick(edit(), Qt::Key_Return);  // from here on, the focus is elsewhere
        QTRY_VERIFY(!edit()->hasFocus());
        QTest::keyClick(opened_.window()->focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(edit()->text(), QString("Elle chante"));
        QTRY_COMPARE_WITH_TIMEOUT(
            QString::fromStdString(opened_.viewpoint()->trace()->source.text()),
            QString("Elle chante"), OpenedWindow::patience);
        QTest::keyClick(opened_.window()->focusWidget(), Qt::Key_Z,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(edit()->text(), sentence);
    }

    void theMenuEditsTheSentence() {
        type("Elle chante");
        track()->setFocus();
        choose(Qt::Key_U);
        QCOMPARE(edit()->text(), QString("Le chat dort."));
        choose(Qt::Key_R);
        QCOMPARE(edit()->text(), QString("Elle chante"));
        choose(Qt::Key_A);
        choose(Qt::Key_C);
        QCOMPARE(QApplication::clipboard()->text(), QString("Elle chante"));
        choose(Qt::Key_A);
        choose(Qt::Key_T);
        QCOMPARE(edit()->text(), QString());
        choose(Qt::Key_P);
        choose(Qt::Key_P);
        QCOMPARE(edit()->text(), QString("Elle chanteElle chante"));
    }

    void theMenuEditsTheTextInFocus() {
        auto *search = opened_.find<QLineEdit>("embeddingsSearch");
        opened_.find<QDockWidget>("embeddingsDock")->raise();
        QCoreApplication::processEvents();
        search->setFocus();
        QTest::keyClicks(search, "chat");
        choose(Qt::Key_U);
        QCOMPARE(search->text(), QString());
        QCOMPARE(edit()->text(), QString("Le chat dort."));
    }

    void ctrlLLeadsOutOfAFloatingPanel() {
        auto *dock = opened_.find<QDockWidget>("wordChoiceDock");
        dock->setFloating(true);
        QVERIFY(QTest::qWaitForWindowExposed(dock));
        dock->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dock));
        dock->widget()->setFocus();
        QTest::keyClick(dock->widget(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(opened_.window()->isActiveWindow());
        QTRY_COMPARE(QApplication::focusWidget(), edit());
        QCOMPARE(edit()->selectedText(), QString("Le chat dort."));
    }

    void theArrowBesideTheFieldListsEarlierSentences() {
        for (const char *sentence : {"Un & deux.", "Trois."}) {
            type(QString::fromUtf8(sentence));
            track()->setFocus();
        }
        QStringList listed;
        QTimer poll;
        connect(&poll, &QTimer::timeout, this, [&listed] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (const QAction *action : menu->actions())
                listed.append(action->data().toString());
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        poll.start(1);
        QTest::mouseClick(opened_.find<QToolButton>("history"), Qt::LeftButton);
        QCOMPARE(listed.mid(0, 2), (QStringList{"Trois.", "Un & deux."}));
        QCOMPARE(edit()->text(), QString("Un & deux."));
        QCOMPARE(opened_.window()->focusWidget(), edit());
    }

    void itIsTheContextMenuOfTheSentence() {
        edit()->selectAll();
        auto *page = new QMimeData;
        page->setHtml("<i>Oui.</i>");
        QApplication::clipboard()->setMimeData(page);
        const QPoint place(5, 5);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, edit()->mapToGlobal(place));
        QApplication::sendEvent(edit(), &event);
        auto *menu = opened_.find<app::EditMenu>("editMenu");
        QVERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_P);
        QCOMPARE(edit()->text(), QString("Oui."));
        QVERIFY(!menu->isVisible());
    }

    void aFileThatIsDroppedIsOpened() {
        dropFile(write("sentence.txt", "Où est\nle chat ?\n"));
        QTRY_COMPARE_WITH_TIMEOUT(edit()->text(), QString("Où est le chat ? "),
                                  OpenedWindow::patience);
        dropFile(QStringLiteral(SECOND_MODEL));
        QTRY_COMPARE_WITH_TIMEOUT(opened_.session()->currentModel(),
                                  int(resources::builtInModels().size()), OpenedWindow::patience);
        QString said;
        const WhenOpened<QMessageBox> answer([&](QMessageBox *box) {
            said = box->text();
            box->accept();
        });
        dropFile(write("latin.txt", "O\xf9 est le chat ?"));
        QTRY_VERIFY_WITH_TIMEOUT(said.contains("latin.txt"), OpenedWindow::patience);
        QCOMPARE(edit()->text(), QString("Où est le chat ? "));
    }

    void textThatIsDroppedIsTranslated() {
        QMimeData data;
        data.setHtml("<p>Il <b>pleut</b>.</p>");
        drop(data);
        QCOMPARE(edit()->text(), QString("Il pleut."));
    }

    void noTwoEntriesOfAMenuShareAKey() {
        QCOMPARE(twice(opened_.window()->menuBar()->actions()), QStringList());
        int menus = 0;
        for (const QMenu *menu : opened_.window()->findChildren<QMenu *>()) {
            QCOMPARE(twice(menu->actions()), QStringList());
            menus += !menu->actions().isEmpty();
        }
        QVERIFY(menus > 5);
    }

    void aRightClickAnywhereOnAPanelOpensItsMenu() {
        opened_.window()->resize(1500, 1000);
        const auto *heatmap = opened_.find<widgets::HeatmapPanel>("heatmapView");
        const widgets::HeatmapPlot &plot = *heatmap->plot();
        QTRY_VERIFY(!plot.layoutOfParts().empty());
        const QRectF cells = plot.layoutOfParts().cells;
        QCOMPARE(menuAt(plot, cells.center().toPoint()), QString("heatmapViewMenu"));
        QCOMPARE(menuAt(plot, {3, static_cast<int>(cells.center().y())}),
                 QString("heatmapViewMenu"));
        for (const char *name :
             {"scoresDock", "statesDock", "contextDock", "wordChoiceDock", "inspectorDock"}) {
            auto *dock = opened_.find<QDockWidget>(QString::fromLatin1(name));
            dock->raise();
            QCoreApplication::processEvents();
            const QWidget &panel = *dock->widget();
            QCOMPARE(menuAt(panel, panel.rect().center()), panel.objectName() + "Menu");
        }
    }
};

REGISTER_QT_TEST(EditMenuTest)
#include "window/edit_menu_test.moc"
