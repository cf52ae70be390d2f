// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the laboratory in the rest of the window.
#include <sys/resource.h>

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QImageReader>
#include <QLabel>
#include <QMessageBox>
#include <csignal>

#include "model/decoding/search.h"
#include "tests/app/laboratory/opened_laboratory.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"

using State = app::Laboratory::State;

/// While it lives, no file can grow: as on a disk that is full.
class FullDisk {
  public:
    FullDisk() : old_{}, handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &old_);
        const rlimit tight{1000, old_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

  private:
    rlimit old_;
    void (*handler_)(int);
};

class LaboratoryMomentsTest : public QObject {
    Q_OBJECT

  private:
    static constexpr int patience = OpenedWindow::patience;
    OpenedLaboratory opened_;

    app::Laboratory &laboratory() { return *opened_.laboratory(); }
    QString usedModel() {
        const int current = opened_.session()->currentModel();
        return opened_.session()->models()[static_cast<std::size_t>(current)].key;
    }
    void selectModel(const QString &key) {
        opened_.session()->selectModel(opened_.session()->find(key));
        QTRY_COMPARE_WITH_TIMEOUT(usedModel(), key, patience);
    }
    bool showsModelInUse() {
        return opened_.session()->upToDate() && opened_.shownModel() == opened_.session()->model();
    }
    QDockWidget *dock() { return opened_.find<QDockWidget>("laboratoryDock"); }
    /// Chooses an entry of the button Save and types a name into its dialog.
    void saveAs(const char *action, const QString &file) {
        const WhenOpened<QFileDialog> type([&](QFileDialog *dialog) {
            auto *name = dialog->findChild<QLineEdit *>("fileNameEdit");
            name->setText(file);
            QTest::keyClick(name, Qt::Key_Return);
        });
        opened_.find<QAction>(QLatin1String(action))->trigger();
    }
    QByteArray bytes(const QString &name) { return support::bytesOf(opened_.path(name)); }
    QString notice() { return opened_.find<QLabel>("notice")->accessibleName(); }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-moments-test"); }
    void init() { opened_.openLaboratory(); }
    void cleanup() { opened_.close(); }

    void scrubbingShowsTheModelOfThatMomentInEveryView() {
        for (int i = 0; i < 3; ++i)
            opened_.step();
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse(), patience);
        const auto latest = opened_.shownModel();
        QCOMPARE(latest, laboratory().model());
        opened_.plot()->setFocus();
        QTest::keyClick(opened_.plot(), Qt::Key_Left);
        QCOMPARE(laboratory().shown(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse() && opened_.shownModel() != latest, patience);
        QVERIFY(opened_.panel()->status().contains("in view"));
        QTest::keyClick(opened_.plot(), Qt::Key_Home);
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse(), patience);
        QVERIFY(opened_.shownModel()->metadata("training").find("from 0 pairs") !=
                std::string::npos);
        QTest::keyClick(opened_.plot(), Qt::Key_End);
        QTRY_COMPARE_WITH_TIMEOUT(opened_.shownModel(), latest, patience);
        QVERIFY(laboratory().follows());
    }

    void theMouseScrubsToo() {
        for (int i = 0; i < 3; ++i)
            opened_.step();
        const int middle = opened_.plot()->height() / 4;
        QTest::mousePress(opened_.plot(), Qt::LeftButton, {},
                          QPoint(opened_.plot()->width() - 2, middle));
        QTest::mouseMove(opened_.plot(), QPoint(2, middle));
        QCOMPARE(laboratory().shown(), 0);
        QTest::mouseRelease(opened_.plot(), Qt::LeftButton, {}, QPoint(2, middle));
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse(), patience);
        QCOMPARE(opened_.shownModel(), laboratory().model());
    }

    void theMomentOfTheTranslationStaysWhileTheModelChanges() {
        opened_.step();
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse(), patience);
        const widgets::Moment reading{widgets::Stage::forward, 3, 1};
        opened_.viewpoint()->setMoment(reading);
        opened_.step();
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse(), patience);
        QCOMPARE(opened_.viewpoint()->moment(), reading);
    }

    void whileItLearnsTheWindowTranslatesWhatIsTypedWithItsLatestSnapshot() {
        opened_.setEndless();
        opened_.click("laboratoryStart");
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::running, patience);
        opened_.edit()->selectAll();
        QTest::keyClicks(opened_.edit(), "abcde");
        QTRY_VERIFY_WITH_TIMEOUT(opened_.shownSource() == "abcde" && showsModelInUse(), patience);
        const auto before = opened_.shownModel();
        QTRY_VERIFY_WITH_TIMEOUT(opened_.shownModel() != before, 4 * patience);
        QCOMPARE(opened_.shownSource(), QString("abcde"));
        QCOMPARE(laboratory().state(), State::running);
    }

    void anotherModelCanBeUsedMeanwhileAndTrainingGoesOn() {
        opened_.setEndless();
        opened_.click("laboratoryStart");
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::running, patience);
        selectModel("attention");
        const long before = opened_.lastUpdate();
        QTRY_VERIFY_WITH_TIMEOUT(opened_.lastUpdate() > before, 4 * patience);
        QCOMPARE(usedModel(), QString("attention"));
        QCOMPARE(laboratory().state(), State::running);
        // Looking at a moment of the run leads back.
        opened_.plot()->setFocus();
        QTest::keyClick(opened_.plot(), Qt::Key_Home);
        QCOMPARE(usedModel(), QString("laboratory attention"));
    }

    void bothModelsOfARunGoThroughItsMoments() {
        opened_.step();
        opened_.step();
        selectModel("laboratory bottleneck");
        opened_.plot()->setFocus();
        QTest::keyClick(opened_.plot(), Qt::Key_Home);
        QCOMPARE(usedModel(), QString("laboratory bottleneck"));
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse(), patience);
        QVERIFY(!opened_.viewpoint()->trace()->hasAttention());
    }

    void whatIsDecidedInPlaceOfTheModelStaysInView() {
        opened_.setEndless();
        opened_.step();
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse(), patience);
        model::Interventions edits;
        edits.every.muted = {2};
        opened_.session()->setInterventions(edits);
        opened_.click("laboratoryStart");
        const long shown = laboratory().shown();
        const long before = opened_.lastUpdate();
        QTRY_VERIFY_WITH_TIMEOUT(opened_.lastUpdate() > before, 4 * patience);
        QCOMPARE(laboratory().shown(), shown);
        QCOMPARE(opened_.session()->interventions(), edits);
    }

    void leavingGivesModelAndSentenceBackAndReturningThoseOfTheLaboratory() {
        opened_.step();
        QCOMPARE(opened_.edit()->text(), QString("marionnette"));
        QCOMPARE(usedModel(), QString("laboratory attention"));
        opened_.edit()->setText("fleur");
        dock()->close();
        QCOMPARE(opened_.edit()->text(), QString("Le chat dort."));
        QCOMPARE(usedModel(), QString("attention"));
        QVERIFY(!opened_.find<QAction>("laboratory")->isChecked());
        opened_.find<QAction>("laboratory")->trigger();
        QTRY_VERIFY(dock()->isVisible());
        QCOMPARE(opened_.edit()->text(), QString("fleur"));
        QCOMPARE(usedModel(), QString("laboratory attention"));
    }

    void leavingDoesNotTakeAwayWhatTheUserHasGoneOnTo() {
        opened_.step();
        selectModel("bottleneck");
        opened_.edit()->setText("Bonjour.");
        dock()->close();
        QCOMPARE(opened_.edit()->text(), QString("Bonjour."));
        QCOMPARE(usedModel(), QString("bottleneck"));
    }

    void aRunThatBeginsWhileItIsLeftLeavesTheWindowAlone() {
        opened_.setEndless();
        opened_.click("laboratoryStart");
        QCOMPARE(laboratory().state(), State::starting);
        dock()->close();
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::paused, patience);
        QCOMPARE(opened_.edit()->text(), QString("Le chat dort."));
        QCOMPARE(usedModel(), QString("attention"));
    }

    void trainingRestsWhileNobodyLooks() {
        opened_.setEndless();
        opened_.click("laboratoryStart");
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::running, patience);
        dock()->close();
        QCOMPARE(laboratory().state(), State::paused);
    }

    void aModelIsSavedAndOpensLikeAnyOther() {
        opened_.learn();
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse(), patience);
        const std::string translation = opened_.viewpoint()->trace()->translation;
        QVERIFY(laboratory().hasUnsaved());
        saveAs("saveLaboratoryModel", opened_.path("mine"));
        QTRY_VERIFY_WITH_TIMEOUT(notice().contains("mine.safetensors"), patience);
        QVERIFY(!laboratory().hasUnsaved());
        model::writeModel(*laboratory().model(), opened_.path("again").toStdString(),
                          model::Precision::f16);
        QVERIFY2(bytes("mine.safetensors") == bytes("again"), "it is the model in view");
        opened_.session()->openFile(opened_.path("mine.safetensors"));
        QTRY_COMPARE_WITH_TIMEOUT(usedModel(), opened_.path("mine.safetensors"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(showsModelInUse(), patience);
        QCOMPARE(opened_.viewpoint()->trace()->translation, translation);
    }

    void aFullDiskIsToldAndLosesNothing() {
        opened_.step();
        QString told;
        const WhenOpened<QMessageBox> box([&](QMessageBox *message) {
            told = message->text();
            message->accept();
        });
        {
            const FullDisk full;
            saveAs("saveLaboratoryModel", opened_.path("full"));
            QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), patience);
        }
        QVERIFY2(told.contains("full.safetensors"), qPrintable(told));
        QVERIFY(!QFile::exists(opened_.path("full.safetensors")));
        QVERIFY2(
            QDir(opened_.path({})).entryList({"*full*"}, QDir::AllEntries | QDir::Hidden).empty(),
            "nothing is left behind");
        QVERIFY(laboratory().hasUnsaved());
        QVERIFY(laboratory().model());
        opened_.step();
        saveAs("saveLaboratoryModel", opened_.path("full"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(opened_.path("full.safetensors")), patience);
    }

    void theCourseIsExportedAsAFigure() {
        opened_.step();
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().data().pictures.size(), std::size_t(2), patience);
        for (const char *name : {"course.svg", "course.png", "course.pdf"}) {
            saveAs("exportLaboratory", opened_.path(name));
            QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QLatin1String(name)), patience);
            QVERIFY(QFile(opened_.path(name)).size() > 1000);
        }
    }

    void theFigureIsOfTheCourseAndTheMomentInView() {
        const auto exported = [this](const QString &name) {
            saveAs("exportLaboratory", opened_.path(name));
            [&] { QTRY_VERIFY_WITH_TIMEOUT(notice().contains(name), patience); }();
            return QImage(opened_.path(name));
        };
        opened_.step();
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().data().pictures.size(), std::size_t(2), patience);
        const QImage early = exported("early.png");
        QVERIFY(!early.isNull());
        opened_.step();
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().data().pictures.size(), std::size_t(3), patience);
        const QImage later = exported("later.png");
        QVERIFY2(later != early, "the curves have gone on");
        opened_.plot()->setFocus();
        QTest::keyClick(opened_.plot(), Qt::Key_Home);
        QVERIFY2(exported("scrubbed.png") != later, "another moment is marked");
        // The same again is the same.
        QTest::keyClick(opened_.plot(), Qt::Key_End);
        QCOMPARE(exported("again.png"), later);
    }

    void theLearningIsExportedAsAnAnimation() {
        for (int i = 0; i < 3; ++i)
            opened_.step();
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().data().pictures.size(), std::size_t(4), patience);
        saveAs("exportLearning", opened_.path("learning.gif"));
        QTRY_VERIFY_WITH_TIMEOUT(notice().contains("learning.gif"), patience);
        QImageReader reader(opened_.path("learning.gif"));
        QCOMPARE(reader.imageCount(), 4);
        QVERIFY(reader.read() != reader.read());
    }

    void closingAsksBeforeWhatWasLearnedIsLostAndStopsCleanly() {
        opened_.setEndless();
        opened_.click("laboratoryStart");
        QTRY_VERIFY_WITH_TIMEOUT(opened_.lastUpdate() > 0, 4 * patience);
        int asked = 0;
        QMessageBox::StandardButton answer = QMessageBox::No;
        const WhenOpened<QMessageBox> box([&](QMessageBox *question) {
            ++asked;
            question->button(answer)->click();
        });
        opened_.window()->close();
        QVERIFY(opened_.window()->isVisible());
        QCOMPARE(asked, 1);
        QCOMPARE(laboratory().state(), State::running);
        answer = QMessageBox::Yes;
        opened_.window()->close();
        QVERIFY(!opened_.window()->isVisible());
        QCOMPARE(asked, 2);
    }

    void aWindowInWhichNothingWasLearnedClosesAtOnce() {
        opened_.window()->close();
        QVERIFY(!opened_.window()->isVisible());
    }
};

REGISTER_QT_TEST(LaboratoryMomentsTest)
#include "laboratory/moments_test.moc"
