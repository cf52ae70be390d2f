// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions in the window: saved, opened again to the same numbers, asked about, recovered.
#include "app/window/session_document.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

#include "app/session/session_file.h"
#include "app/session/tensor_hash.h"
#include "app/window/branches_bar.h"
#include "tests/app/window/session_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/heatmap/panel.h"

class SessionDocumentTest : public QObject, SessionWindow {
    Q_OBJECT

  private:
    void drop(const QString &file) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(opened_.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(opened_.window(), &event);
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-session-test"); }
    void init() { openWindow(); }
    void cleanup() { opened_.close(); }

    void reopensToTheSameNumbersAndLooks() {
        decide();
        auto *heatmap = opened_.find<widgets::HeatmapPanel>("heatmapView");
        widgets::HeatmapOptions options = heatmap->options();
        options.words = !options.words;
        heatmap->setOptions(options);
        opened_.find<QDockWidget>("statesDock")->close();
        const QByteArray before = numbers(trace());
        const QByteArray original = numbers(*opened_.viewpoint()->original());
        saveByKey();
        QVERIFY(opened_.window()->windowTitle().startsWith("one.attention"));

        opened_.open();
        opened_.find<QDockWidget>("statesDock")->show();
        opened_.find<widgets::HeatmapPanel>("heatmapView")->setOptions({});
        drop(file_);
        QTRY_VERIFY(opened_.window()->document()->file() == file_);
        QCOMPARE(opened_.edit()->text(), QString("La petite fille lit un livre bleu."));
        QVERIFY(done());
        QCOMPARE(numbers(trace()), before);
        QCOMPARE(numbers(*opened_.viewpoint()->original()), original);
        QVERIFY(opened_.viewpoint()->moment() == (widgets::Moment{widgets::Stage::context, 3, 1}));
        QVERIFY(opened_.viewpoint()->selected() == (widgets::Selection{.source = 2, .step = 3}));
        QVERIFY(opened_.find<widgets::HeatmapPanel>("heatmapView")->options() == options);
        QVERIFY(opened_.find<QDockWidget>("statesDock")->isHidden());
        QVERIFY(!opened_.window()->document()->modified());

        // What was undone can be done again, and what was done undone.
        QTest::keyClick(opened_.window(), Qt::Key_Z,
                        Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QTRY_VERIFY(done() && edits()->count() == 3);
        QCOMPARE(trace().step(2).weights(3), 1.0F);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(opened_.window(), Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(done() && opened_.session()->interventions().empty());
        QCOMPARE(numbers(trace()), original);
    }

    void everyBranchHasItsPictureAgain() {
        decide();
        saveByKey();
        opened_.open();
        drop(file_);
        QTRY_VERIFY(opened_.window()->document()->file() == file_);
        QTRY_VERIFY(done());
        auto *branches = opened_.window()->header()->branches()->list();
        QVERIFY(branches->count() > 1);
        QVERIFY2(branches->currentRow() > 0, "a branch is in view");
        for (int row = 0; row < branches->count(); ++row)
            QTRY_VERIFY2(!branches->item(row)->icon().isNull(), qPrintable(QString::number(row)));
    }

    void reopensWithWhatItIsComparedWith_data() {
        QTest::addColumn<QString>("action");
        for (const char *action :
             {"pinReference", "compareWith bottleneck", "compareBeam", "branch by name"})
            QTest::newRow(action) << action;
    }
    void reopensWithWhatItIsComparedWith() {
        QFETCH(QString, action);
        decide();
        auto *viewpoint = opened_.viewpoint();
        if (auto *entry = opened_.window()->findChild<QAction *>(action))
            entry->trigger();
        else
            emit opened_.window()->header()->branches()->compareWanted(viewpoint->trace(), action);
        QTRY_VERIFY_WITH_TIMEOUT(!viewpoint->referenceName().isEmpty() && viewpoint->reference(),
                                 OpenedWindow::patience);
        edits()->startOver();
        QTRY_VERIFY(done());
        viewpoint->setDifference(true);
        const QString name = viewpoint->referenceName();
        const QByteArray before = numbers(*viewpoint->reference());
        saveByKey();

        opened_.open();
        viewpoint = opened_.viewpoint();
        drop(file_);
        QTRY_VERIFY(opened_.window()->document()->file() == file_);
        QTRY_VERIFY_WITH_TIMEOUT(viewpoint->reference(), OpenedWindow::patience);
        QCOMPARE(viewpoint->referenceName(), name);
        QCOMPARE(numbers(*viewpoint->reference()), before);
        QVERIFY(viewpoint->wantsDifference());

        // And a session that was not compared with anything is not.
        app::SavedSession plain = opened_.window()->document()->content();
        plain.model.hash = app::tensorHash(*opened_.session()->model());
        plain.reference = {};
        const QString other = opened_.path("kept apart/two.attention");
        app::writeSession(plain, other);
        drop(other);
        QTRY_VERIFY(opened_.window()->document()->file() == other);
        QVERIFY(viewpoint->referenceName().isEmpty());
        QVERIFY(!viewpoint->reference());
    }

    void aReferenceWhoseModelIsMissingIsToldAndTheRestOpens() {
        app::SavedSession content = opened_.window()->document()->content();
        content.model.hash = app::tensorHash(*opened_.session()->model());
        content.reference = {.kind = app::ReferenceKind::model,
                             .model = {"/nowhere/to/be/found.safetensors", ""}};
        app::writeSession(content, file_);
        QString said;
        const WhenOpened<QMessageBox> box([&](QMessageBox *shown) {
            said = shown->text();
            shown->accept();
        });
        drop(file_);
        QTRY_VERIFY2(said.contains("What was compared with is missing") &&
                         said.contains("/nowhere/to/be/found.safetensors"),
                     qPrintable(said));
        QCOMPARE(opened_.window()->document()->file(), file_);
        QVERIFY(done());
        QVERIFY(opened_.viewpoint()->referenceName().isEmpty());
    }

    void anEmptySessionReopens() {
        opened_.window()->header()->sentence()->setSentence("");
        QTRY_COMPARE(opened_.session()->state(), app::Session::State::empty);
        saveByKey();
        opened_.open();
        opened_.translate("Bonjour.");
        drop(file_);
        QTRY_COMPARE(opened_.session()->state(), app::Session::State::empty);
        QCOMPARE(opened_.edit()->text(), QString());
    }

    void aModelOfOnesOwnComesAlongEvenWhenBothWereMoved() {
        const QString model = opened_.path("kept apart/own.safetensors");
        QVERIFY(QFile::copy(QStringLiteral(SECOND_MODEL), model));
        opened_.session()->openModel(model);
        QTRY_COMPARE(opened_.session()->modelTitle(), QString("own.safetensors · fr → en"));
        opened_.translate("le chat");
        const QByteArray before = numbers(trace());
        saveByKey();
        const QString moved = opened_.path("moved");
        QDir(moved).removeRecursively();
        QVERIFY(QDir().rename(opened_.path("kept apart"), moved));
        opened_.open();
        drop(moved + "/one.attention");
        QTRY_COMPARE(opened_.session()->modelTitle(), QString("own.safetensors · fr → en"));
        QVERIFY(done());
        QCOMPARE(numbers(trace()), before);
    }

    void whatIsComparedOfAModelOfOnesOwnIsOfTheSameModelAgain() {
        const QString model = opened_.path("kept apart/own.safetensors");
        QVERIFY(QFile::copy(QStringLiteral(SECOND_MODEL), model));
        opened_.session()->openModel(model);
        QTRY_COMPARE(opened_.session()->modelTitle(), QString("own.safetensors · fr → en"));
        opened_.translate("le chat");
        QTest::keyClick(opened_.window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(opened_.viewpoint()->referenceOfModel());
        saveByKey();
        opened_.open();
        drop(file_);
        QTRY_COMPARE(opened_.session()->modelTitle(), QString("own.safetensors · fr → en"));
        QTRY_VERIFY(opened_.viewpoint()->reference());
        QVERIFY2(opened_.viewpoint()->referenceOfModel(), "its numbers can be compared");
    }

    void aModelThatIsAnotherIsTold() {
        const QString model = opened_.path("kept apart/own.safetensors");
        QVERIFY(QFile::copy(QStringLiteral(SECOND_MODEL), model));
        opened_.session()->openModel(model);
        QTRY_COMPARE(opened_.session()->modelTitle(), QString("own.safetensors · fr → en"));
        opened_.translate("le chat");
        saveByKey();
        QVERIFY(QFile::remove(model));
        QVERIFY(QFile::copy(
            QString::fromStdString(support::dataFile("tiny_dot.safetensors").string()), model));
        QString said;
        const WhenOpened<QMessageBox> box([&](QMessageBox *shown) {
            said = shown->text();
            shown->accept();
        });
        opened_.open();
        drop(file_);
        QTRY_VERIFY2(said.contains("is another than the one that this session was saved with"),
                     qPrintable(said));
        QTRY_VERIFY(done());
        QVERIFY(opened_.session()->model()->configuration().score == model::Score::dot);
    }

    void aBrokenFileChangesNothing() {
        decide();
        const auto before = opened_.viewpoint()->trace();
        QFile broken(file_);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"format\": \"attention session 1\", \"sent");
        broken.close();
        QStringList said;
        const WhenOpened<QMessageBox> box([&](QMessageBox *shown) {
            // What was decided has no file.
            if (auto *discard = shown->button(QMessageBox::Discard))
                return discard->click();
            said.append(shown->text());
            shown->accept();
        });
        drop(file_);
        QTRY_COMPARE(said, QStringList{"The session “one.attention” cannot be opened: at line 1, "
                                       "byte 40 it is not JSON."});
        QCOMPARE(opened_.viewpoint()->trace(), before);
        QCOMPARE(edits()->count(), 2);
        // Nor does a session whose model is not there.
        QVERIFY(QFile::remove(file_));
        app::SavedSession foreign = opened_.window()->document()->content();
        foreign.model.key = "/nowhere/to/be/found.safetensors";
        app::writeSession(foreign, file_);
        drop(file_);
        QTRY_COMPARE(said.size(), 2);
        QVERIFY2(said.last().contains("/nowhere/to/be/found.safetensors"), qPrintable(said.last()));
        QCOMPARE(opened_.viewpoint()->trace(), before);
    }

    void whatADialogSaysOfAPlaceWhereNothingCanBeSaved() {
        opened_.window()->document()->open(file_);  // which is not there
        QString said;
        const WhenOpened<QMessageBox> box([&](QMessageBox *shown) {
            said = shown->text();
            shown->accept();
        });
        QTRY_VERIFY2(said.contains("there is no such file"), qPrintable(said));
    }

    void closingAsksAboutAFileWithChanges() {
        decide();
        saveByKey();
        QVERIFY(!opened_.window()->isWindowModified());
        ask(widgets::mute(trace(), -1, {2}));
        QVERIFY(opened_.window()->isWindowModified());
        {
            const WhenOpened<QMessageBox> box(
                [](QMessageBox *asked) { asked->button(QMessageBox::Cancel)->click(); });
            QVERIFY(!opened_.window()->close());
        }
        QVERIFY(opened_.window()->isVisible());
        const WhenOpened<QMessageBox> box(
            [](QMessageBox *asked) { asked->button(QMessageBox::Save)->click(); });
        opened_.window()->close();
        QTRY_VERIFY(!opened_.window()->isVisible());
        const app::SavedSession saved = app::SessionReader(file_).read(*opened_.session()->model());
        QCOMPARE(saved.history.branches().all.at(0).edits.size(), 3);
    }

    void openingAnotherAsksAboutWhatNoFileHas() {
        app::writeSession(opened_.window()->document()->content(), file_);
        decide();
        const auto before = opened_.viewpoint()->trace();
        {
            const WhenOpened<QMessageBox> box(
                [](QMessageBox *asked) { asked->button(QMessageBox::Cancel)->click(); });
            drop(file_);
        }
        QCOMPARE(opened_.viewpoint()->trace(), before);
        const QString own = opened_.path("kept apart/own.attention");
        const WhenOpened<QDialog> dialogs([own](QDialog *asked) {
            if (auto *box = qobject_cast<QMessageBox *>(asked)) {
                auto *save = box->button(QMessageBox::Save);
                return save ? save->click() : box->accept();
            }
            auto *name = asked->findChild<QLineEdit *>("fileNameEdit");
            if (name && name->text() != own) {
                name->setText(own);
                QTest::keyClick(name, Qt::Key_Return);
            }
        });
        drop(file_);
        QTRY_COMPARE(opened_.window()->document()->file(), file_);
        QCOMPARE(opened_.edit()->text(), QString("Bonjour."));
        const app::SavedSession saved = app::SessionReader(own).read(*opened_.session()->model());
        QCOMPARE(saved.history.branches().all.size(), std::size_t{1});
    }

    void closingWithoutAFileAsksNothing() {
        decide();
        QVERIFY(opened_.window()->close());
    }
};

REGISTER_QT_TEST(SessionDocumentTest)
#include "window/session_document_test.moc"
