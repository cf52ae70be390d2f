// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_dialog.h"

#include <QFile>
#include <QMessageBox>

#include "tests/app/opened_window.h"
#include "tests/app/when_opened.h"

/// The heatmap goes into a file, or one sentence says why not.
class ExportDialogTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-export-dialog-test"); }
    void init() { opened_.open(); }
    void cleanup() { opened_.close(); }

    void anExportThatFailsSaysWhyAndLeavesTheDialog() {
        opened_.translate("Bonjour.");
        QString said;
        bool stayed = false;
        int round = 0;
        const WhenOpened<QMessageBox> answer([&](QMessageBox *box) {
            said = box->text();
            box->accept();
        });
        const WhenOpened<app::ExportDialog> drive([&](app::ExportDialog *dialog) {
            auto *file = dialog->findChild<QLineEdit *>("exportFile");
            auto *button = dialog->findChild<QPushButton *>("exportButton");
            if (round++ == 0) {
                file->setText("/no/such/folder/figure.svg");
                QTest::mouseClick(button, Qt::LeftButton);
                stayed = dialog->isVisible();
            } else {
                file->setText(opened_.path("figure.svg"));
                QTest::mouseClick(button, Qt::LeftButton);
            }
        });
        opened_.window()->exportHeatmap();
        QVERIFY(stayed);
        QVERIFY2(said.contains("/no/such/folder"), qPrintable(said));
        QVERIFY(QFile(opened_.path("figure.svg")).size() > 1000);
    }

    void theExportFollowsTheSuffix() {
        opened_.translate("Bonjour.");
        app::ExportDialog dialog(opened_.viewpoint()->trace(), {});
        auto *file = dialog.findChild<QLineEdit *>("exportFile");
        auto *format = dialog.findChild<QComboBox *>("exportFormat");
        file->setText("a.pdf");
        QCOMPARE(format->currentData().toString(), QString("pdf"));
        QVERIFY(!dialog.findChild<QDoubleSpinBox *>("exportScale")->isEnabled());
        format->setCurrentIndex(format->findData("png"));
        QCOMPARE(file->text(), QString("a.png"));
        QVERIFY(dialog.findChild<QDoubleSpinBox *>("exportScale")->isEnabled());
        file->clear();
        QVERIFY(!dialog.findChild<QPushButton *>("exportButton")->isEnabled());
        file->setText(opened_.path("bare"));
        dialog.accept();
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(QFile::exists(opened_.path("bare.png")));
    }

    void theExportDialogStaysWhileTheFileIsWritten() {
        opened_.translate("Bonjour.");
        app::ExportDialog dialog(opened_.viewpoint()->trace(), {});
        dialog.show();
        dialog.findChild<QLineEdit *>("exportFile")->setText(opened_.path("slow.png"));
        auto *button = dialog.findChild<QPushButton *>("exportButton");
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
        QTRY_VERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(QFile(opened_.path("slow.png")).size() > 1000);
    }
};

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
