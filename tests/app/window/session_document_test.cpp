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
#include <QToolButton>
#include <QUrl>

#include "app/session/session_file.h"
#include "app/session/tensor_hash.h"
#include "app/window/recovery_bar.h"
#include "model/trace_file/trace_file.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/heatmap/panel.h"

class SessionDocumentTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;
    QString file_;

    const model::Trace &trace() { return *opened_.viewpoint()->trace(); }
    app::Edits *edits() { return opened_.window()->header()->edits(); }
    bool done() { return opened_.session()->upToDate(); }
    /// Every number of a trace.
    QByteArray numbers(const model::Trace &trace) {
        const QString path = opened_.path("numbers.safetensors");
        model::writeTrace(trace, path.toStdString());
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void ask(const widgets::Edit &edit) {
        opened_.viewpoint()->ask(edit);
        QTRY_VERIFY_WITH_TIMEOUT(done(), OpenedWindow::patience);
    }
    /// Two edits, of which the second is undone again; a moment and a selection of its own.
    void decide() {
        opened_.translate("La petite fille lit un livre bleu.");
        ask(widgets::takeWord(trace(), 4, trace().step(4).candidates[1].id));
        ask(widgets::mute(trace(), -1, {1}));
        ask(widgets::attendOnlyTo(trace(), 2, {3}));
        QTest::keyClick(opened_.window(), Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(done() && edits()->count() == 2);
        opened_.viewpoint()->setMoment({widgets::Stage::context, 3, 1});
        opened_.viewpoint()->setSelected({.source = 2, .step = 3});
    }
    /// Saves by the keyboard, in a dialog where there is no file yet.
    void saveByKey(const QKeySequence &key = QKeySequence::Save) {
        const WhenOpened<QFileDialog> dialog([this](QFileDialog *asked) {
            auto *name = asked->findChild<QLineEdit *>("fileNameEdit");
            if (name->text() != file_) {
                name->setText(file_);
                QTest::keyClick(name, Qt::Key_Return);
            }
        });
        QTest::keyClick(opened_.window(), key[0].key(), key[0].keyboardModifiers());
        QTRY_VERIFY(!opened_.window()->document()->file().isEmpty() && QFile::exists(file_) &&
                    !opened_.window()->document()->modified());
    }
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
    void init() {
        opened_.open();
        file_ = opened_.path("kept apart/one.attention");
        QDir(opened_.path("kept apart")).removeRecursively();
        QVERIFY(QDir().mkpath(opened_.path("kept apart")));
        opened_.translate("Bonjour.");
    }
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

    void reopensWithWhatItIsComparedWith_data() {
        QTest::addColumn<QString>("action");
        for (const char *action : {"pinReference", "compareWith bottleneck", "compareBeam"})
            QTest::newRow(action) << action;
    }
    void reopensWithWhatItIsComparedWith() {
        QFETCH(QString, action);
        decide();
        auto *viewpoint = opened_.viewpoint();
        opened_.window()->findChild<QAction *>(action)->trigger();
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
        QTRY_VERIFY2(said.contains("What the translation was compared with is missing") &&
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

    void whatWasNotSavedIsOfferedAndReopened() {
        const QString folder = opened_.path("kept");
        QDir(folder).removeRecursively();
        opened_.window()->document()->keepIn(folder);
        auto *bar = opened_.find<app::RecoveryBar>("recoveryBar");
        QVERIFY(!bar->isVisible());
        decide();
        const QByteArray before = numbers(trace());
        const QString kept = folder + "/unsaved-1.attention";
        // Until it is what there is now.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                try {
                    const auto read = app::SessionReader(kept).read(*opened_.session()->model());
                    return read.history.at == 2 && read.moment.index == 3;
                } catch (const app::SessionFileError &) {
                    return false;
                }
            }(),
            OpenedWindow::patience);
        opened_.open();  // in place of a window that is gone without being closed
        opened_.window()->document()->keepIn(folder);
        bar = opened_.find<app::RecoveryBar>("recoveryBar");
        QVERIFY(bar->isVisible());
        auto *reopen = opened_.find<QToolButton>("reopenUnsaved");
        opened_.edit()->setFocus();
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), reopen);
        QTest::keyClick(reopen, Qt::Key_Return);
        QTRY_VERIFY(!bar->isVisible());
        QVERIFY(done());
        QCOMPARE(numbers(trace()), before);
        QVERIFY2(opened_.window()->document()->file().isEmpty(), "it is not saved for that");
        QVERIFY(QFile::exists(kept));

        // Closed, it is offered again; saved and closed, nothing is left.
        QVERIFY(opened_.window()->close());
        opened_.open();
        opened_.window()->document()->keepIn(folder);
        QVERIFY(opened_.find<app::RecoveryBar>("recoveryBar")->isVisible());
        QTest::mouseClick(opened_.find<QToolButton>("reopenUnsaved"), Qt::LeftButton);
        QTRY_VERIFY(!opened_.find<app::RecoveryBar>("recoveryBar")->isVisible());
        saveByKey();
        QVERIFY(opened_.window()->close());
        QCOMPARE(QDir(folder).entryList({"*.attention"}, QDir::Files), QStringList());
    }

    void whatIsDiscardedIsGone() {
        const QString folder = opened_.path("kept");
        QDir(folder).removeRecursively();
        QVERIFY(QDir().mkpath(folder));
        app::writeSession(opened_.window()->document()->content(), folder + "/unsaved-7.attention");
        opened_.window()->document()->keepIn(folder);
        auto *bar = opened_.find<app::RecoveryBar>("recoveryBar");
        QVERIFY(bar->isVisible());
        QTest::mouseClick(opened_.find<QToolButton>("discardUnsaved"), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
        QCOMPARE(QDir(folder).entryList({"*.attention"}, QDir::Files), QStringList());
    }
};

REGISTER_QT_TEST(SessionDocumentTest)
#include "window/session_document_test.moc"
