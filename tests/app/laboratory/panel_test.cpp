// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/panel.h"

#include <QAction>
#include <QCheckBox>
#include <QDockWidget>
#include <QFile>

#include "tests/app/laboratory/opened_laboratory.h"
#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"

using State = app::Laboratory::State;

/// Models learn in the window, driven as the user does.
class LaboratoryPanelTest : public QObject {
    Q_OBJECT

  private:
    static constexpr int patience = OpenedWindow::patience;
    OpenedLaboratory opened_;

    app::Laboratory &laboratory() { return *opened_.laboratory(); }
    QString start() { return opened_.find<QToolButton>("laboratoryStart")->text(); }
    bool canChoose() { return opened_.find<QWidget>("laboratorySetup")->isEnabled(); }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-laboratory-test"); }
    void init() { opened_.openLaboratory(); }
    void cleanup() { opened_.close(); }

    void aRunStartsPausesGoesOnAndEnds() {
        QCOMPARE(start(), QString("Start"));
        opened_.setPairs(60'000);
        opened_.click("laboratoryStart");
        QVERIFY(!canChoose());
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::running, patience);
        QCOMPARE(start(), QString("Pause"));
        opened_.click("laboratoryStart");
        QCOMPARE(laboratory().state(), State::paused);
        QCOMPARE(start(), QString("Continue"));
        QVERIFY(opened_.panel()->status().contains("paused"));
        // It rests: a step is exactly one batch for each model.
        opened_.click("laboratoryStep");
        QTRY_VERIFY_WITH_TIMEOUT(opened_.lastUpdate() > 0, patience);
        opened_.step();
        opened_.step();
        opened_.click("laboratoryStart");
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::running, patience);
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::ended, 20 * patience);
        QVERIFY(canChoose());
        const auto &data = laboratory().data();
        QCOMPARE(data.curves.size(), std::size_t(2));
        QCOMPARE(data.curves[0].points.back().pairs, data.allPairs);
        QCOMPARE(data.curves[1].points.back().pairs, data.allPairs);
        QVERIFY(opened_.panel()->status().contains("ended"));
        QVERIFY2(data.curves[0].points.back().accuracy > 0.5, "it has learned");
    }

    void steppingLearnsFromOneBatchAtATime() {
        opened_.step();  // begins
        QCOMPARE(laboratory().data().moments, (std::vector<long>{0, 1}));
        opened_.step();
        opened_.step();
        QCOMPARE(laboratory().data().moments, (std::vector<long>{0, 1, 2, 3}));
        QVERIFY(laboratory().data().curves[0].points[3].pairs >
                laboratory().data().curves[0].points[2].pairs);
    }

    void stoppingEndsTheRunAndKeepsWhatWasLearned() {
        opened_.setEndless();
        opened_.step();
        opened_.click("laboratoryStart");
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::running, patience);
        opened_.click("laboratoryStop");
        QCOMPARE(laboratory().state(), State::ended);
        QVERIFY(canChoose());
        QVERIFY(laboratory().model());
        QVERIFY(laboratory().data().allPairs < 1'000'000);
        QCOMPARE(start(), QString("Start"));
    }

    void whatIsChosenIsWhatLearns() {
        opened_.find<QComboBox>("laboratoryModels")->setCurrentIndex(2);
        QVERIFY(!opened_.find<QCheckBox>("laboratoryGuided")->isEnabled());
        opened_.step();
        QCOMPARE(laboratory().data().curves.size(), std::size_t(1));
        QVERIFY(!laboratory().data().curves[0].attends);
        QVERIFY(opened_.session()->model()->configuration().architecture ==
                model::Architecture::bottleneck);
        QVERIFY(opened_.plot()->strip().empty());
        opened_.click("laboratoryStop");
        opened_.find<QComboBox>("laboratoryModels")->setCurrentIndex(1);
        opened_.find<QSpinBox>("laboratorySeed")->setValue(7);
        opened_.click("laboratoryStep");
        QTRY_VERIFY_WITH_TIMEOUT(laboratory().setup().seed == 7 && opened_.hasRested(), patience);
        QVERIFY(opened_.session()->model()->configuration().architecture ==
                model::Architecture::attention);
        const auto &models = opened_.session()->models();
        QVERIFY2(std::ranges::none_of(models,
                                      [](const app::ModelEntry &entry) {
                                          return entry.key == "laboratory bottleneck";
                                      }),
                 "that of the run before is gone");
    }

    void theSameSeedGivesTheSameModel() {
        const auto bytes = [this](const char *name) {
            opened_.learn();
            const QString file = opened_.path(name);
            model::writeModel(*laboratory().model(), file.toStdString(), model::Precision::f16);
            return support::bytesOf(file);
        };
        const QByteArray first = bytes("first.safetensors");
        QVERIFY(!first.isEmpty());
        QVERIFY2(bytes("second.safetensors") == first, "whatever else the window did meanwhile");
    }

    void theStripShowsTheExampleAndThenWhatIsTyped() {
        opened_.step();
        opened_.step();
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().data().pictures.size(), std::size_t(3), patience);
        QCOMPARE(opened_.edit()->text(), QString("marionnette"));
        QCOMPARE(laboratory().data().sourceLetters, 12);  // and the end
        opened_.edit()->setText("abc");
        QTRY_VERIFY_WITH_TIMEOUT(
            laboratory().data().pictures.size() == 3 && laboratory().data().sourceLetters == 4,
            patience);
        QCOMPARE(laboratory().data().pictures.back().weights.cols(), 4);
    }

    void ownPairsAreLearnedFromAFile() {
        QFile file(opened_.path("pairs.tsv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 100; i < 200; ++i)
            file.write(QByteArray::number(i) + "\tn" + QByteArray::number(i % 10) + "n\n");
        file.close();
        opened_.panel()->form()->setTask("pairs");
        QVERIFY2(!opened_.find<QToolButton>("laboratoryStart")->isEnabled(), "no file yet");
        QVERIFY(opened_.find<QWidget>("laboratoryFile")->isVisible());
        opened_.panel()->form()->setFile(file.fileName());
        opened_.step();
        QCOMPARE(opened_.edit()->text(), QString("100"));
        QVERIFY(!laboratory().data().curves[0].points[0].aligned);
    }

    void aFileThatHoldsNoPairsIsOneSentenceAndNothingIsLost() {
        opened_.step();
        opened_.click("laboratoryStop");
        const auto before = laboratory().model();
        QFile file(opened_.path("bad.tsv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("only one column\n");
        file.close();
        opened_.panel()->form()->setTask("pairs");
        for (const QString &bad : {file.fileName(), opened_.path("nowhere.tsv")}) {
            opened_.panel()->form()->setFile(bad);
            opened_.click("laboratoryStart");
            QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::ended, patience);
            const QString told = opened_.panel()->status();
            QVERIFY2(told.contains(QFileInfo(bad).fileName()), qPrintable(told));
            QVERIFY(!told.contains(u'\n'));
            QCOMPARE(laboratory().model(), before);
        }
    }

    void aFoolishLearningRateIsToldAndTheLastGoodSnapshotStays() {
        opened_.find<QDoubleSpinBox>("laboratoryRate")->setValue(1000);
        opened_.setPairs(1'000'000);
        opened_.click("laboratoryStart");
        QTRY_COMPARE_WITH_TIMEOUT(laboratory().state(), State::ended, 20 * patience);
        const QString told = opened_.panel()->status();
        QVERIFY2(told.contains("smaller learning rate"), qPrintable(told));
        QVERIFY(!told.contains(u'\n'));
        QVERIFY(laboratory().model());
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->upToDate(), patience);
        // And with a better one it goes on as if nothing had been.
        opened_.find<QDoubleSpinBox>("laboratoryRate")->setValue(0.01);
        opened_.setPairs(OpenedLaboratory::fewPairs);
        opened_.learn();
        QVERIFY(laboratory().trouble().isEmpty());
    }
};

REGISTER_QT_TEST(LaboratoryPanelTest)
#include "laboratory/panel_test.moc"
