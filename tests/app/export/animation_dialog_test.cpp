// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/animation_dialog.h"

#include <QDir>
#include <QImageReader>
#include <QMessageBox>
#include <QSignalSpy>

#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/qt_test.h"

/// A translation is played into a file.
class AnimationDialogTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    /// A dialog that is quick: few frames of a small view.
    std::unique_ptr<app::AnimationDialog> quick(const QString &file) {
        auto dialog = std::make_unique<app::AnimationDialog>(
            opened_.viewpoint(), [](const QString &) { return QVariantMap(); });
        auto *view = dialog->findChild<QComboBox *>("animationView");
        view->setCurrentIndex(view->findData("timeline"));
        dialog->findChild<QDoubleSpinBox *>("animationSpeed")->setValue(8);
        dialog->findChild<QSpinBox *>("animationRate")->setValue(10);
        dialog->findChild<QLineEdit *>("animationFile")->setText(opened_.path(file));
        dialog->show();
        return dialog;
    }

    static int framesOf(const QString &gif) {
        QImageReader reader(gif, "gif");
        return reader.imageCount();
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-animation-dialog-test"); }
    void init() {
        QSettings().clear();
        opened_.open();
        opened_.translate("Bonjour.");
    }
    void cleanup() { opened_.close(); }

    void theMenuPlaysTheTranslationIntoAFile() {
        const QString file = opened_.path("played.gif");
        bool written = false;
        const WhenOpened<app::AnimationDialog> drive([&](app::AnimationDialog *dialog) {
            dialog->findChild<QDoubleSpinBox *>("animationSpeed")->setValue(8);
            dialog->findChild<QLineEdit *>("animationFile")->setText(file);
            QTest::mouseClick(dialog->findChild<QPushButton *>("animationButton"), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), OpenedWindow::patience);
            written = dialog->result() == QDialog::Accepted;
        });
        opened_.find<QAction>("exportAnimation")->trigger();
        QVERIFY(written);
        QVERIFY(framesOf(file) > 5);
    }

    void theMomentInViewStaysWhereItIs() {
        opened_.viewpoint()->setMoment(widgets::endOfStep(0, opened_.viewpoint()->extent()));
        const widgets::Moment before = opened_.viewpoint()->moment();
        const auto dialog = quick("moment.gif");
        dialog->accept();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), OpenedWindow::patience);
        QCOMPARE(dialog->result(), int(QDialog::Accepted));
        QVERIFY(opened_.viewpoint()->moment() == before);
    }

    void theNameFollowsTheFormatAndTheFormatTheName() {
        const auto dialog = quick("a.gif");
        auto *format = dialog->findChild<QComboBox *>("animationFormat");
        auto *file = dialog->findChild<QLineEdit *>("animationFile");
        format->setCurrentIndex(format->findData("webp"));
        QCOMPARE(file->text(), opened_.path("a.webp"));
        format->setCurrentIndex(format->findData("/"));
        QCOMPARE(file->text(), opened_.path("a/"));
        file->setText(opened_.path("b.gif"));
        QCOMPARE(format->currentData().toString(), QString("gif"));
    }

    void theLengthIsSaid() {
        const auto dialog = quick("a.gif");
        const widgets::Extent extent = opened_.viewpoint()->extent();
        const auto *length = dialog->findChild<QLabel *>("animationLength");
        const widgets::Playing playing{.speed = 8, .framesPerSecond = 10};
        QVERIFY2(length->text().startsWith(
                     QString("%1 frame").arg(widgets::frameCount(extent, playing))),
                 qPrintable(length->text()));
        dialog->findChild<QDoubleSpinBox *>("animationSpeed")->setValue(1);
        QVERIFY(length->text().startsWith(
            QString("%1 frame")
                .arg(widgets::frameCount(extent, {.speed = 1, .framesPerSecond = 10}))));
    }

    void cancellingLeavesTheDialogAndNoFile() {
        const auto dialog = quick("cancelled.webp");
        dialog->findChild<QDoubleSpinBox *>("animationSpeed")->setValue(0.25);
        dialog->findChild<QSpinBox *>("animationRate")->setValue(50);
        auto *progress = dialog->findChild<QProgressBar *>("animationProgress");
        dialog->accept();
        QVERIFY(!dialog->findChild<QPushButton *>("animationButton")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(progress->value() > 0, OpenedWindow::patience);
        dialog->reject();
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QPushButton *>("animationButton")->isEnabled());
        QCOMPARE(QDir(opened_.path({})).entryList({"cancelled*"}), QStringList());
        dialog->reject();
        QVERIFY(!dialog->isVisible());
    }

    void whatCannotBeWrittenIsSaidAndLeavesTheDialog() {
        QString said;
        const WhenOpened<QMessageBox> answer([&](QMessageBox *box) {
            said = box->text();
            box->accept();
        });
        const auto dialog = quick("none/a.gif");
        dialog->accept();
        QVERIFY2(said.contains("does not exist"), qPrintable(said));
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QPushButton *>("animationButton")->isEnabled());
    }

    void whatIsChosenIsRememberedForTheNextTime() {
        const auto dialog = quick("kept.webp");
        dialog->findChild<QCheckBox *>("animationDark")->setChecked(true);
        dialog->accept();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), OpenedWindow::patience);
        const app::AnimationDialog next(opened_.viewpoint(),
                                        [](const QString &) { return QVariantMap(); });
        QCOMPARE(next.findChild<QComboBox *>("animationView")->currentData().toString(),
                 QString("timeline"));
        QCOMPARE(next.findChild<QComboBox *>("animationFormat")->currentData().toString(),
                 QString("webp"));
        QCOMPARE(next.findChild<QDoubleSpinBox *>("animationSpeed")->value(), 8.0);
        QCOMPARE(next.findChild<QSpinBox *>("animationRate")->value(), 10);
        QVERIFY(next.findChild<QCheckBox *>("animationDark")->isChecked());
        QVERIFY(next.file().endsWith(".webp"));
    }
};

REGISTER_QT_TEST(AnimationDialogTest)
#include "export/animation_dialog_test.moc"
