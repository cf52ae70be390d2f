// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QTest>
#include <memory>

#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"
#include "widgets/states/canvas.h"
#include "widgets/states/panel.h"
#include "widgets/viewpoint/viewpoint.h"

/// What the tests of the hidden states have in common: the panel in a window of its own.
class StatesWindow {
  protected:
    void open() {
        QApplication::setPalette(widgets::Theme::light().palette());
        trace_ = support::syntheticTrace(6, 5, 3, support::smallConfiguration());
        viewpoint_ = std::make_unique<widgets::Viewpoint>();
        viewpoint_->setTrace(trace_);
        panel_ = std::make_unique<widgets::StatesPanel>(viewpoint_.get());
        panel_->resize(900, 600);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
        QCOMPARE(canvas()->scene().layout.pictures.size(), std::size_t{3});
    }
    void close() {
        panel_.reset();
        viewpoint_.reset();
    }
    widgets::StatesCanvas *canvas() { return panel_->canvas(); }
    QImage image() { return canvas()->grab().toImage(); }
    QColor colourAt(widgets::Vector strip, int column, int unit) {
        return image().pixelColor(canvas()->cellRect(strip, column, unit).center());
    }
    QPoint cell(widgets::Vector strip, int column, int unit) {
        return canvas()->cellRect(strip, column, unit).center();
    }
    void choose(const char *box, int index) {
        panel_->findChild<QComboBox *>(QString::fromLatin1(box))->setCurrentIndex(index);
    }
    const widgets::StatesLayer &layer(widgets::Vector strip) {
        const int index = canvas()->scene().layerOf(strip);
        return canvas()->scene().layers[static_cast<std::size_t>(index)];
    }
    const widgets::StatesMarks &marks(widgets::Vector strip) {
        const int index = canvas()->scene().layerOf(strip);
        return canvas()->scene().marks[static_cast<std::size_t>(index)];
    }

    std::unique_ptr<widgets::Viewpoint> viewpoint_;
    std::unique_ptr<widgets::StatesPanel> panel_;
    std::shared_ptr<const model::Trace> trace_;
};
