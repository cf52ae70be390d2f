// SPDX-License-Identifier: GPL-3.0-or-later
#include <qcustomplot.h>

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QScrollBar>
#include <QTest>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "tests/widgets/unrolled/window.h"
#include "widgets/drawing/theme.h"
#include "widgets/figure/file.h"
#include "widgets/unrolled/view.h"

/// The unrolled view as a figure: the whole, whatever of it is on the screen.
class UnrolledFigureTest : public QObject, private UnrolledWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void aFigureHoldsTheWholeTranslationAndNothingOfThePointer() {
        viewpoint_->setTrace(support::syntheticTrace(59, 59));
        viewpoint_->setMoment(widgets::endOfStep(3, viewpoint_->extent()));
        const auto painted = [this] {
            const widgets::Figure figure = view_->figure("whole");
            QImage picture(figure.size, QImage::Format_RGB32);
            QCPPainter painter(&picture);
            figure.paint(painter);
            painter.end();
            return picture;
        };
        const QImage whole = painted();
        const widgets::UnrolledData data = widgets::unrolledData(viewpoint_->trace());
        widgets::UnrolledInput input = widgets::unrolledInput(
            data, widgets::unrolledMetrics(data, view_->font()), view_->size(), 1);
        input.viewport.setWidth(widgets::UnrolledGeometry(input).widthForLabels());
        const widgets::UnrolledGeometry places(input);
        QVERIFY(places.content().width() > view_->width());
        QCOMPARE(whole.width(), qRound(places.captionWidth() + places.content().width()));
        QCOMPARE(whole.height(), qRound(places.content().height()));
        QVERIFY(whole.height() >= view_->height());
        // What has to be scrolled to is there, too: the last token's box.
        const QRectF last = places.sourceBox(58);
        const QPointF middle(places.captionWidth() + last.center().x(), last.top() + 4);
        QVERIFY(whole.pixelColor(middle.toPoint()) != widgets::Theme::of(view_->palette()).surface);
        // Whatever of it is in view, and however large.
        view_->horizontalScrollBar()->setValue(500);
        QCOMPARE(painted(), whole);
        view_->setZoom(4, QPointF(300, 300));
        QCOMPARE(painted(), whole);
        view_->fit();
        QVERIFY(view_->zoom() < 1);
        QCOMPARE(painted(), whole);
        view_->copyPicture();
        QCOMPARE(QApplication::clipboard()->image().size(), whole.size());
        viewpoint_->setHovered({.source = 5});
        QCOMPARE(painted(), whole);
    }

    void onAPageAWidePictureIsCutIntoBands() {
        viewpoint_->setTrace(support::syntheticTrace(6, 5));
        QCOMPARE(view_->pageFigures({}, 4000).size(), std::size_t{1});
        QCOMPARE(view_->pageFigures({}, 4000).front().size, view_->figure({}).size);
        viewpoint_->setTrace(support::syntheticTrace(59, 59));
        viewpoint_->setMoment(widgets::endOfStep(30, viewpoint_->extent()));
        const double page = 900;
        const std::vector<widgets::Figure> bands = view_->pageFigures("bands", page);
        QVERIFY(bands.size() > 1);
        int painted = 0;
        for (const widgets::Figure &band : bands) {
            QVERIFY(band.size.width() <= page);
            QCOMPARE(band.size.height(), bands.front().size.height());
            QCOMPARE(band.title, QString("bands"));
            const QImage picture = widgets::figureImage(band, 1);
            // Captions stand before each, and the picture reaches its end.
            const QColor surface = widgets::Theme::of(view_->palette()).surface;
            bool captions = false;
            bool end = false;
            for (int y = 0; y < picture.height(); ++y) {
                captions = captions || picture.pixelColor(60, y) != surface;
                end = end || picture.pixelColor(picture.width() - 12, y) != surface;
            }
            painted += captions && end;
        }
        QCOMPARE(painted, int(bands.size()));
    }
};

REGISTER_QT_TEST(UnrolledFigureTest)
#include "unrolled/figure_test.moc"
