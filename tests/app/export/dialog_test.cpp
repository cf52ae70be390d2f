// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/dialog.h"

#include <QDateTime>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QProgressBar>
#include <QSignalSpy>
#include <future>

#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/qt_test.h"
#include "widgets/figure/painting.h"
#include "widgets/scores/panel.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/view.h"
#include "widgets/views/styled_figure.h"
#include "widgets/views/views.h"

/// The heatmap goes into a file, or one sentence says why not.
class ExportDialogTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-export-dialog-test"); }
    void init() {
        QSettings().clear();
        opened_.open();
    }
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
        app::ExportDialog dialog(opened_.viewpoint(), {}, "heatmap");
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
        app::ExportDialog dialog(opened_.viewpoint(), {}, "heatmap");
        dialog.show();
        dialog.findChild<QLineEdit *>("exportFile")->setText(opened_.path("slow.png"));
        auto *button = dialog.findChild<QPushButton *>("exportButton");
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isEnabled());
        QVERIFY(dialog.isVisible());
        QTRY_VERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(QFile(opened_.path("slow.png")).size() > 1000);
    }

    void aLargeFigureIsPaintedBetweenEventsAndCanBeGivenUp() {
        opened_.translate("Bonjour.");
        app::ExportDialog dialog(opened_.viewpoint(), {}, "unrolled");
        dialog.show();
        const QString file = opened_.path("given-up.png");
        dialog.findChild<QLineEdit *>("exportFile")->setText(file);
        dialog.findChild<QDoubleSpinBox *>("exportScale")->setValue(8);
        auto *button = dialog.findChild<QPushButton *>("exportButton");
        auto *progress = dialog.findChild<QProgressBar *>("exportProgress");
        QVERIFY(!progress->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(progress->isVisible());
        int done = 0;
        const auto note = connect(progress, &QProgressBar::valueChanged, this, [&](int value) {
            if (value <= 0 || done > 0)
                return;
            done = value;
            QTest::keyClick(&dialog, Qt::Key_Escape);
        });
        QTRY_VERIFY_WITH_TIMEOUT(done > 0, OpenedWindow::patience);
        QVERIFY2(done < 1000, "more than one part was left");
        QVERIFY(dialog.isVisible());
        QVERIFY(!progress->isVisible());
        QVERIFY(button->isEnabled());
        QVERIFY(!QFile::exists(file));
        disconnect(note);
        // While it is encoded, too.
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(progress->maximum() > 0, OpenedWindow::patience);
        QTRY_COMPARE_WITH_TIMEOUT(progress->maximum(), 0, OpenedWindow::patience);
        QVERIFY(progress->isVisible());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
        QVERIFY(!QFile::exists(file));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void paintedInPartsAFigureIsTheSame_data() {
        QTest::addColumn<QString>("view");
        for (const widgets::ViewKind &kind : widgets::views())
            QTest::newRow(qPrintable(kind.name)) << kind.name;
    }
    void paintedInPartsAFigureIsTheSame() {
        QFETCH(QString, view);
        opened_.translate("La petite fille lit un livre bleu.");
        const widgets::Figure figure = widgets::styledFigure(
            *opened_.viewpoint(), {view}, {}, [](const QString &) { return QVariantMap(); });
        constexpr double scale = 6;
        // What is laid out when it is painted first, such as text, has been.
        widgets::figureImage(figure, 1);
        const QString file = opened_.path("parts.png");
        widgets::FigurePainting painting(figure, file, scale);
        int parts = 0;
        for (; painting.done() < 1; ++parts)
            painting.paintNext();
        QVERIFY(parts > 1 || view != QLatin1String("unrolled"));
        painting.writing()({});
        const QImage image = QImage(file).convertToFormat(QImage::Format_RGB32);
        const QImage whole =
            widgets::figureImage(figure, scale).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(image.size(), whole.size());
        // Edges may be smoothed a little differently; nothing may move or be missing.
        qint64 other = 0;
        for (int y = 0; y < whole.height(); ++y)
            for (int x = 0; x < whole.width(); ++x)
                other += std::abs(qGray(image.pixel(x, y)) - qGray(whole.pixel(x, y))) > 40;
        QVERIFY2(other * 20000 < qint64(whole.width()) * whole.height(),
                 qPrintable(QString::number(other)));
    }

    void aFigureIsNotReplacedByEnterAlone() {
        opened_.translate("Bonjour.");
        QSettings().setValue("export/folder", opened_.path("figures"));
        QVERIFY(QDir(opened_.path({})).mkpath("figures"));
        const QString first = opened_.path("figures/alignment.png");
        QVERIFY(QFile::copy(QStringLiteral(SOME_FILE), first));
        const qint64 size = QFile(first).size();
        app::ExportDialog dialog(opened_.viewpoint(), {}, "heatmap");
        QCOMPARE(dialog.file(), opened_.path("figures/alignment-2.png"));
        dialog.show();
        dialog.findChild<QLineEdit *>("exportFile")->setText(first);
        QString asked;
        const WhenOpened<QMessageBox> answer([&](QMessageBox *box) {
            asked = box->text();
            QTest::keyClick(box, Qt::Key_Return);
        });
        dialog.accept();
        QVERIFY2(asked.contains("alignment.png"), qPrintable(asked));
        QVERIFY2(dialog.findChild<QPushButton *>("exportButton")->isEnabled(), "being written");
        QVERIFY(dialog.isVisible());
        QCOMPARE(QFile(first).size(), size);
    }

    void aNameMeansTheFileThatItLooksLike_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("file");
        QTest::addRow("version") << "figure v1.2"
                                 << "figure v1.2.png";
        QTest::addRow("dot") << "v1."
                             << "v1.png";
        QTest::addRow("blanks") << " a.svg "
                                << "a.svg";
        QTest::addRow("name") << "M. Dupont"
                              << "M. Dupont.png";
    }
    void aNameMeansTheFileThatItLooksLike() {
        QFETCH(const QString, typed);
        QFETCH(const QString, file);
        opened_.translate("Bonjour.");
        app::ExportDialog dialog(opened_.viewpoint(), {}, "heatmap");
        const bool blank = typed.startsWith(u' ');
        dialog.findChild<QLineEdit *>("exportFile")
            ->setText((blank ? " " : "") + opened_.path(typed.mid(blank ? 1 : 0)));
        dialog.accept();
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.file(), opened_.path(file));
        QVERIFY(QFile::exists(opened_.path(file)));
    }

    void whatCanBeNoFigureIsRefusedUnasked_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::addRow("folder") << "folder.png"
                                << "it is a folder";
        QTest::addRow("plain folder") << "plain"
                                      << "it is a folder";
        QTest::addRow("no name in it") << "plain/"
                                       << "it is a folder";
        QTest::addRow("no folder either") << "none/"
                                          << "is missing";
        QTest::addRow("suffix") << ".png"
                                << "is missing";
        QTest::addRow("another format") << "a.jpg"
                                        << "unknown suffix .jpg";
    }
    void whatCanBeNoFigureIsRefusedUnasked() {
        QFETCH(const QString, name);
        QFETCH(const QString, said);
        opened_.translate("Bonjour.");
        for (const char *folder : {"folder.png", "plain"})
            QVERIFY(QDir(opened_.path({})).mkpath(folder));
        app::ExportDialog dialog(opened_.viewpoint(), {}, "heatmap");
        dialog.findChild<QLineEdit *>("exportFile")->setText(opened_.path(name));
        QString told;
        bool question = false;
        const WhenOpened<QMessageBox> answer([&](QMessageBox *box) {
            told = box->text();
            question = box->buttons().size() > 1;
            box->reject();
        });
        dialog.accept();
        QVERIFY2(told.contains(said), qPrintable(told));
        QVERIFY(!question);
    }

    void aPanelsFileGetsItsSuffixAndIsNotReplacedUnasked() {
        opened_.translate("Bonjour.");
        const QString file = opened_.path("scores v1.2.png");
        QString typed = "scores v1.2";
        int rounds = 0;
        const WhenOpened<QFileDialog> choose([&](QFileDialog *dialog) {
            ++rounds;
            if (rounds == 3) {
                dialog->reject();
                return;
            }
            dialog->findChild<QLineEdit *>("fileNameEdit")->setText(opened_.path(typed));
            QTest::keyClick(dialog->findChild<QLineEdit *>("fileNameEdit"), Qt::Key_Return);
        });
        auto *scores = opened_.window()->findChild<widgets::ScoresPanel *>();
        emit scores->exportRequested();
        QTRY_VERIFY(QFileInfo(file).size() > 1000);
        QCOMPARE(rounds, 1);
        const QDateTime before = QFileInfo(file).lastModified();
        QString asked;
        const WhenOpened<QMessageBox> answer([&](QMessageBox *box) {
            asked = box->text();
            box->reject();
        });
        emit scores->exportRequested();
        QCOMPARE(rounds, 3);
        QVERIFY2(asked.contains("scores v1.2.png"), qPrintable(asked));
        QCOMPARE(QFileInfo(file).lastModified(), before);
    }

    void aDotInThePanelsFileIsNoSuffixWhereAnotherFormatIsChosen() {
        opened_.translate("Bonjour.");
        QString kept;
        QString replaced;
        const WhenOpened<QFileDialog> look([&](QFileDialog *dialog) {
            auto *name = dialog->findChild<QLineEdit *>("fileNameEdit");
            auto *format = dialog->findChild<QComboBox *>("fileTypeCombo");
            name->clear();
            QTest::keyClicks(name, "scores v1.2");
            QTest::keyClick(format, Qt::Key_Down);
            kept = name->text();
            name->clear();
            QTest::keyClicks(name, "scores v1.svg");
            QTest::keyClick(format, Qt::Key_Down);
            replaced = name->text();
            dialog->reject();
        });
        emit opened_.window()->findChild<widgets::ScoresPanel *>()->exportRequested();
        QCOMPARE(kept, QString("scores v1.2"));
        QCOMPARE(replaced, QString("scores v1.pdf"));
    }

    void theHeatmapIsExportedOnceTheSentenceIsTranslated() {
        opened_.translate("Bonjour.");
        bool complete = false;
        int dialogs = 0;
        const WhenOpened<app::ExportDialog> look([&](app::ExportDialog *dialog) {
            ++dialogs;
            complete = opened_.session()->upToDate();
            dialog->reject();
        });
        opened_.edit()->setText("Le chat noir dort sur la chaise rouge.");
        opened_.window()->exportHeatmap();
        QCOMPARE(dialogs, 0);
        QTRY_COMPARE_WITH_TIMEOUT(dialogs, 1, OpenedWindow::patience);
        QVERIFY(complete);
        // Who types on has changed their mind.
        opened_.edit()->setText("Il pleut.");
        opened_.window()->exportHeatmap();
        opened_.translate("Il neige.");
        QCoreApplication::processEvents();
        QCOMPARE(dialogs, 1);
    }

    void aPanelIsExportedAsItWasWhenAskedFor() {
        opened_.translate("Bonjour.");
        auto *player = opened_.find<widgets::TimelineView>("timelineView")->player();
        opened_.viewpoint()->setMoment({});
        player->play();
        bool playing = true;
        bool own = false;
        QString name;
        const WhenOpened<QFileDialog> look([&](QFileDialog *dialog) {
            playing = player->playing();
            // The suffix follows the format, and Qt's own dialog asks before it replaces anything.
            own = dialog->testOption(QFileDialog::DontUseNativeDialog);
            auto *format = dialog->findChild<QComboBox *>("fileTypeCombo");
            QTest::keyClick(format, Qt::Key_Down);
            name = dialog->findChild<QLineEdit *>("fileNameEdit")->text();
            dialog->reject();
        });
        emit opened_.window()->findChild<widgets::ScoresPanel *>()->exportRequested();
        QVERIFY(!playing);
        QVERIFY(own);
        QCOMPARE(name, QString("scores-and-softmax.svg"));
        emit opened_.window()->findChild<widgets::UnrolledView *>()->exportRequested();
        QCOMPARE(name, QString("unrolled-view.svg"));
    }

    void theWindowStaysUntilAFigureIsWritten() {
        app::ExportJob job(opened_.window());
        std::promise<void> written;
        job.start([done = written.get_future().share()] { done.wait(); });
        opened_.window()->close();
        QVERIFY(opened_.window()->isVisible());
        written.set_value();
        QTRY_VERIFY(!opened_.window()->isVisible());
    }

    void aJobThatEndsHasWrittenItsFigure() {
        int written = 0;
        for (int i = 0; i < 100; ++i) {
            app::ExportJob job;
            job.start([&written] { ++written; });
        }
        QCOMPARE(written, 100);
    }

    void theWindowStaysWhereAFigureCouldNotBeWritten() {
        app::ExportJob job(opened_.window());
        QSignalSpy finished(&job, &app::ExportJob::finished);
        std::promise<void> tried;
        job.start([done = tried.get_future().share()] {
            done.wait();
            throw widgets::ExportError("The disk is full.");
        });
        opened_.window()->close();
        tried.set_value();
        QVERIFY(finished.wait());
        QVERIFY(opened_.window()->isVisible());
        opened_.window()->close();
        QVERIFY(!opened_.window()->isVisible());
    }
};

REGISTER_QT_TEST(ExportDialogTest)
#include "export/dialog_test.moc"
