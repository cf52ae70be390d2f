// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QDockWidget>
#include <QMessageBox>
#include <QTest>

#include "app/export/dialog.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/qt_test.h"
#include "widgets/heatmap/panel.h"
#include "widgets/inspector/panel.h"
#include "widgets/timeline/view.h"

/// The posterior attention in the whole window, with the models that are built in.
class PosteriorTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    widgets::HeatmapPanel *heatmap() {
        return opened_.window()->findChild<widgets::HeatmapPanel *>();
    }
    void choose() { opened_.find<QAction>("heatmapPosterior")->trigger(); }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-posterior-test"); }
    void init() {
        QSettings().clear();
        opened_.open();
    }
    void cleanup() { opened_.close(); }

    void itFollowsTheSentenceWhileItIsWanted() {
        opened_.translate("Le chat noir dort.");
        QVERIFY(!opened_.viewpoint()->posterior());
        choose();
        QTRY_VERIFY_WITH_TIMEOUT(opened_.viewpoint()->posterior(), OpenedWindow::patience);
        const model::Trace &trace = *opened_.viewpoint()->trace();
        QCOMPARE(opened_.viewpoint()->posterior()->weights,
                 model::posteriorAttention(trace).weights);
        QCOMPARE(heatmap()->plot()->data().weights.rows(),
                 long(heatmap()->plot()->data().rows.size()));
        opened_.translate("Il pleut depuis ce matin.");
        QTRY_VERIFY_WITH_TIMEOUT(opened_.viewpoint()->posterior(), OpenedWindow::patience);
        QCOMPARE(opened_.viewpoint()->posterior()->weights.cols(),
                 long(opened_.viewpoint()->trace()->sourceLength()));
        choose();
        QVERIFY(!opened_.viewpoint()->wanted(widgets::DerivedValue::posterior));
    }

    void whatCannotBeWorkedOutIsSaidAndNotShown() {
        opened_.translate("Le chat noir dort.");
        choose();
        QTRY_VERIFY_WITH_TIMEOUT(opened_.viewpoint()->posterior(), OpenedWindow::patience);
        QString text;
        const WhenOpened<QMessageBox> look([&](QMessageBox *box) {
            text = box->text();
            box->accept();
        });
        emit opened_.session()->posteriorFailed("There is not enough memory for this.");
        QVERIFY2(text.contains("not enough memory"), qPrintable(text));
        QVERIFY(!heatmap()->options().posterior);
        QVERIFY(!opened_.viewpoint()->wanted(widgets::DerivedValue::posterior));
        QCOMPARE(heatmap()->plot()->data().prior.size(), 0L);
    }

    void playingDoesNotWaitForIt() {
        opened_.translate("Le chat noir dort.");
        opened_.viewpoint()->setWanted(widgets::DerivedValue::posterior, true);
        opened_.viewpoint()->setPosterior(nullptr);  // not yet
        auto *player = opened_.find<widgets::TimelineView>("timelineView")->player();
        QTest::keyClick(opened_.edit(), Qt::Key_Return);
        QVERIFY(player->playing());
    }

    void theTwinWithoutAttentionHasNone() {
        opened_.translate("Le chat noir dort.");
        choose();
        QTRY_VERIFY_WITH_TIMEOUT(opened_.viewpoint()->posterior(), OpenedWindow::patience);
        opened_.session()->selectModel(1);
        QTRY_VERIFY_WITH_TIMEOUT(!opened_.viewpoint()->trace()->hasAttention(),
                                 OpenedWindow::patience);
        QVERIFY(!opened_.viewpoint()->posterior());
        QVERIFY(heatmap()->message().contains("no attention"));
        opened_.session()->selectModel(0);
        QTRY_VERIFY_WITH_TIMEOUT(opened_.viewpoint()->posterior(), OpenedWindow::patience);
    }

    void theExportWaitsForIt() {
        choose();
        bool whole = false;
        int dialogs = 0;
        const WhenOpened<app::ExportDialog> look([&](app::ExportDialog *dialog) {
            ++dialogs;
            whole = opened_.viewpoint()->posterior() != nullptr;
            dialog->reject();
        });
        opened_.translate("Bonjour.");
        opened_.edit()->setText("Le chat noir dort sur la chaise rouge.");
        opened_.window()->exportHeatmap();
        QTRY_COMPARE_WITH_TIMEOUT(dialogs, 1, OpenedWindow::patience);
        QVERIFY(whole);
    }

    void theInspectorExplainsIt() {
        opened_.find<QDockWidget>("inspectorDock")->raise();
        opened_.translate("Le chat noir dort.");
        choose();
        opened_.viewpoint()->setHovered({.source = 1, .step = 1, .posterior = true});
        QTRY_VERIFY_WITH_TIMEOUT(opened_.viewpoint()->posterior(), OpenedWindow::patience);
        auto *inspector = opened_.window()->findChild<widgets::InspectorPanel *>();
        QTRY_VERIFY(!inspector->parts().empty());
        QCOMPARE(inspector->parts().front().kind, QString("posterior"));
        QCOMPARE(inspector->parts().front().value.value_or(-1),
                 opened_.viewpoint()->posterior()->weights(1, 1));
    }
};

REGISTER_QT_TEST(PosteriorTest)
#include "session/posterior_test.moc"
