// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog of figures shows, keeps, copies and prints.
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QInputDialog>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>

#include "app/export/dialog.h"
#include "app/export/preview.h"
#include "app/export/style_box.h"
#include "app/settings/settings.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"
#include "widgets/scores/panel.h"

class FigureDialogTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    std::unique_ptr<app::ExportDialog> dialog(const QString &view = "heatmap") {
        auto dialog = std::make_unique<app::ExportDialog>(
            opened_.viewpoint(), [](const QString &) { return QVariantMap(); }, view);
        dialog->show();
        return dialog;
    }
    template <class Part>
    static Part *part(const app::ExportDialog &dialog, const char *name) {
        return dialog.findChild<Part *>(name);
    }
    static void check(const app::ExportDialog &dialog, const QString &view, bool checked) {
        auto *views = part<QListWidget>(dialog, "exportViews");
        for (int i = 0; i < views->count(); ++i)
            if (views->item(i)->data(Qt::UserRole) == view)
                views->item(i)->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    }
    static QString caption(const app::ExportDialog &dialog) {
        return part<app::FigurePreview>(dialog, "figurePreview")->caption();
    }
    QByteArray read(const QString &file) const { return support::bytesOf(opened_.path(file)); }
    void write(app::ExportDialog &dialog, const QString &file) const {
        part<QLineEdit>(dialog, "exportFile")->setText(opened_.path(file));
        dialog.accept();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isVisible(), OpenedWindow::patience);
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-figure-dialog-test"); }
    void init() {
        QSettings().clear();
        opened_.open();
        opened_.translate("Bonjour.");
    }
    void cleanup() { opened_.close(); }

    void aFigureThatIsTooLargeToBeSeenIsToldInItsPlace() {
        app::FigurePreview preview;
        preview.resize(400, 300);
        widgets::Figure figure;
        figure.size = {30000, 60};
        figure.paint = [](QCPPainter &) { QFAIL("it is not painted"); };
        preview.setFigure(figure);
        const QImage empty = [&] {
            app::FigurePreview other;
            other.resize(400, 300);
            return other.grab().toImage();
        }();
        const QImage shown = preview.grab().toImage();  // throws nothing
        // In the middle of the room, above the line with the size.
        const QRect middle(50, 60, 300, 150);
        QVERIFY(shown.copy(middle) != empty.copy(middle));
    }

    void aStyleThatIsSetIsToldOnce() {
        app::StyleBox box(false);
        QSignalSpy told(&box, &app::StyleBox::changed);
        widgets::FigureStyle style = box.style();
        style.width += 40;
        style.font += 3;
        style.title = !style.title;
        style.words = !style.words;
        style.colors = widgets::ColorMap::greys;
        box.setStyle(style);
        QCOMPARE(told.size(), 1);
        QVERIFY(box.style() == style);
        box.findChild<QCheckBox *>("exportTitle")->toggle();
        QCOMPARE(told.size(), 2);
    }

    void thePreviewFollowsWhatIsChosen() {
        const auto dialog = this->dialog();
        QVERIFY2(caption(*dialog).endsWith(" mm"), qPrintable(caption(*dialog)));
        part<QDoubleSpinBox>(*dialog, "exportWidth")->setValue(150);
        QTRY_VERIFY2(caption(*dialog).startsWith("150 × "), qPrintable(caption(*dialog)));
        check(*dialog, "heatmap", false);
        QTRY_COMPARE(caption(*dialog), QString("Choose at least one view."));
        QVERIFY(!part<QPushButton>(*dialog, "exportButton")->isEnabled());
        QVERIFY(!part<QPushButton>(*dialog, "printFigure")->isEnabled());
    }

    void everyLetterLeadsToItsField() {
        const auto dialog = this->dialog();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (!label->text().contains(u'&'))
                continue;
            QVERIFY2(label->buddy(), qPrintable(label->text()));
            const bool takesFocus = label->buddy()->focusPolicy() != Qt::NoFocus;
            QVERIFY2(takesFocus, qPrintable(label->text()));
        }
    }

    void whatIsWrittenLooksAsItIsChosen() {
        const auto dialog = this->dialog();
        part<QCheckBox>(*dialog, "exportTitle")->setChecked(false);
        part<QDoubleSpinBox>(*dialog, "exportFont")->setValue(15);
        write(*dialog, "figure.svg");
        const QByteArray svg = read("figure.svg");
        QVERIFY(svg.contains("font-size=\"20\""));
        QCOMPARE(svg.count("Attention weights"), 1);  // in the description of the file
    }

    void severalViewsAreOneFile() {
        const auto dialog = this->dialog();
        check(*dialog, "scores", true);
        QVERIFY(part<QSpinBox>(*dialog, "exportColumns")->isEnabled());
        write(*dialog, "panels.svg");
        QVERIFY(read("panels.svg").contains(">b</text>"));
    }

    void numbersAndLatexAreWrittenToo() {
        auto csv = dialog();
        write(*csv, "numbers.csv");
        QVERIFY(read("numbers.csv").startsWith(",Bonjour,"));
        auto tex = dialog();
        write(*tex, "heatmap.tex");
        QVERIFY(read("heatmap.tex").contains("\\begin{axis}["));
    }

    void latexOfOtherViewsIsRefused() {
        QString said;
        const WhenOpened<QMessageBox> answer([&](QMessageBox *box) {
            said = box->text();
            box->accept();
        });
        const auto dialog = this->dialog("scores");
        part<QLineEdit>(*dialog, "exportFile")->setText(opened_.path("scores.tex"));
        dialog->accept();
        QCOMPARE(said, QString("Only the heatmap can be written as LaTeX."));
        QVERIFY(dialog->isVisible());
    }

    void aStyleIsKeptByName() {
        {
            const auto dialog = this->dialog();
            part<QDoubleSpinBox>(*dialog, "exportWidth")->setValue(89);
            part<QComboBox>(*dialog, "exportGround")->setCurrentIndex(2);
            const WhenOpened<QInputDialog> name([](QInputDialog *ask) {
                ask->setTextValue("A paper's column");
                ask->accept();
            });
            QTest::mouseClick(part<QPushButton>(*dialog, "saveStyle"), Qt::LeftButton);
            QCOMPARE(part<QComboBox>(*dialog, "exportStyle")->currentText(),
                     QString("A paper's column"));
        }
        const auto dialog = this->dialog();
        auto *kept = part<QComboBox>(*dialog, "exportStyle");
        auto *width = part<QDoubleSpinBox>(*dialog, "exportWidth");
        QCOMPARE(width->value(), 0.0);
        kept->setCurrentIndex(kept->findText("A paper's column"));
        emit kept->activated(kept->currentIndex());
        QCOMPARE(width->value(), 89.0);
        QCOMPARE(part<QComboBox>(*dialog, "exportGround")->currentIndex(), 2);
        // What is changed then is another style.
        width->setValue(90);
        QCOMPARE(kept->currentIndex(), 0);
        kept->setCurrentIndex(kept->findText("A paper's column"));
        emit kept->activated(kept->currentIndex());
        QTest::mouseClick(part<QPushButton>(*dialog, "forgetStyle"), Qt::LeftButton);
        QCOMPARE(kept->count(), 1);
        QVERIFY(app::settings::styles().isEmpty());
    }

    void theStyleIsThatOfTheLastTime() {
        {
            const auto dialog = this->dialog();
            part<QDoubleSpinBox>(*dialog, "exportWidth")->setValue(120);
            write(*dialog, "first.svg");
        }
        QCOMPARE(part<QDoubleSpinBox>(*dialog(), "exportWidth")->value(), 120.0);
    }

    void aFigureIsCopiedAsPictureAndDrawing() {
        const auto dialog = this->dialog();
        QTest::mouseClick(part<QPushButton>(*dialog, "copyFigure"), Qt::LeftButton);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QVERIFY(qvariant_cast<QImage>(data->imageData()).width() > 100);
        QVERIFY(data->data("image/svg+xml").contains("Bonjour"));
    }

    void theMenuPrints() {
        bool printing = false;
        const WhenOpened<app::ExportDialog> look([&](app::ExportDialog *dialog) {
            printing = part<QPushButton>(*dialog, "printFigure")->isDefault();
            dialog->reject();
        });
        opened_.find<QAction>("printFigure")->trigger();
        QVERIFY(printing);
    }

    void thePictureOfTheWindowIsExported() {
        const WhenOpened<QFileDialog> choose([&](QFileDialog *dialog) {
            dialog->findChild<QLineEdit *>("fileNameEdit")->setText(opened_.path("window.png"));
            QTest::keyClick(dialog->findChild<QLineEdit *>("fileNameEdit"), Qt::Key_Return);
        });
        opened_.find<QAction>("exportWindow")->trigger();
        QTRY_VERIFY(QFileInfo(opened_.path("window.png")).size() > 1000);
        QTRY_COMPARE(QImage(opened_.path("window.png")).size(), opened_.window()->size() * 2);
    }

    void aPanelsNumbersAreExportedAsCsv() {
        const WhenOpened<QFileDialog> choose([&](QFileDialog *dialog) {
            dialog->findChild<QLineEdit *>("fileNameEdit")->setText(opened_.path("scores.csv"));
            QTest::keyClick(dialog->findChild<QLineEdit *>("fileNameEdit"), Qt::Key_Return);
        });
        emit opened_.window()->findChild<widgets::ScoresPanel *>()->exportRequested();
        QTRY_VERIFY(read("scores.csv").contains("\r\n"));
    }
};

REGISTER_QT_TEST(FigureDialogTest)
#include "export/figure_dialog_test.moc"
