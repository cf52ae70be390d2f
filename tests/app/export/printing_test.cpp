// SPDX-License-Identifier: GPL-3.0-or-later
// Figures and chapters on a printer, which here is a file.
#include "app/export/printing.h"

#include <QAction>
#include <QPrintDialog>

#include "app/lesson/handout.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"
#include "widgets/views/views.h"

class PrintingTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    void printInto(QPrinter &printer, const QString &file) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setOutputFileName(opened_.path(file));
    }
    QByteArray read(const QString &file) const { return support::bytesOf(opened_.path(file)); }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-printing-test"); }
    void init() {
        QSettings().clear();
        opened_.open();
        opened_.translate("Bonjour.");
    }
    void cleanup() { opened_.close(); }

    void aFigureIsPrintedInItsSizeOrAsLargeAsThePage() {
        widgets::Figure figure =
            widgets::styledFigure(*opened_.viewpoint(), {"heatmap"}, {.width = 100});
        for (const bool large : {false, true}) {
            app::Printer printer;
            printInto(printer, "printed.pdf");
            if (large)
                figure.size *= 20;
            QVERIFY(app::paintOn(printer, figure));
            QVERIFY(read("printed.pdf").startsWith("%PDF"));
            QCOMPARE(printer.pageLayout().orientation(),
                     large && figure.size.width() > figure.size.height() ? QPageLayout::Landscape
                                                                         : QPageLayout::Portrait);
        }
    }

    void viewsAreLinesAndLettersOnPaper() {
        for (const widgets::ViewKind *kind : widgets::viewsOf(opened_.viewpoint()->trace().get())) {
            app::Printer printer;
            printInto(printer, "view.pdf");
            QVERIFY(app::paintOn(printer,
                                 widgets::styledFigure(*opened_.viewpoint(), {kind->name}, {})));
            const QByteArray pdf = read("view.pdf");
            QVERIFY(pdf.startsWith("%PDF"));
            // The thousands of points of a map are a picture in any file of vectors.
            if (kind->name != QLatin1String("embeddings"))
                QVERIFY2(!pdf.contains("/Subtype /Image"), qPrintable(kind->name));
        }
    }

    void theNameOfAPrintIsOneLineThatAnyPrinterTakes() {
        QCOMPARE(app::documentName("Où ?\n→ Where?"), QStringLiteral("Où ? → Where?"));
        const QString name = app::documentName(QString("élève ").repeated(100));
        QVERIFY2(name.startsWith("élève élève ") && name.endsWith(u'…'), qPrintable(name));
        const auto bytes = name.toUtf8().size();
        QVERIFY2(bytes > 240 && bytes <= 255, QByteArray::number(bytes));
    }

    void aChapterIsPrintedUnderItsTitleWithMargins() {
        opened_.find<QAction>("lessonAction")->trigger();
        QString title;
        QString name;
        QMarginsF margins;
        bool wasAsked = false;
        const WhenOpened<QPrintDialog> look([&](QPrintDialog *dialog) {
            wasAsked = true;
            title = dialog->windowTitle();
            name = dialog->printer()->docName();
            margins = dialog->printer()->pageLayout().margins(QPageLayout::Millimeter);
            dialog->reject();
        });
        opened_.find<QAction>("lessonPrint")->trigger();
        QVERIFY(wasAsked);
        QCOMPARE(title, QStringLiteral("Print chapter"));
        QCOMPARE(name, app::lessonChapters().front().title.in("en"));
        QCOMPARE(margins.toMargins(), app::handoutMargins().toMargins());
    }
};

REGISTER_QT_TEST(PrintingTest)
#include "export/printing_test.moc"
