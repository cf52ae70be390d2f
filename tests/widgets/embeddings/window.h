// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <memory>

#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"
#include "widgets/embeddings/map.h"
#include "widgets/embeddings/neighbour_list.h"
#include "widgets/embeddings/panel.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"

/// What the tests of the embeddings panel have in common: the panel in a window of its own, with a
/// sentence, all of it computed.
class EmbeddingsWindow {
  protected:
    void open() {
        QApplication::setPalette(widgets::Theme::light().palette());
        trace_ = support::tinyTrace("Où dort le chat noir ?");
        viewpoint_ = std::make_unique<widgets::Viewpoint>();
        deriver_ = std::make_unique<widgets::Deriver>(viewpoint_.get());
        viewpoint_->setTrace(trace_);
        panel_ = std::make_unique<widgets::EmbeddingsPanel>(viewpoint_.get());
        panel_->resize(800, 320);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
        QTRY_VERIFY(!map()->axisTitle(0).isEmpty());
    }
    void close() {
        panel_.reset();
        deriver_.reset();
        viewpoint_.reset();
    }

    template <class T>
    T *part(const char *name) {
        return panel_->findChild<T *>(QString::fromLatin1(name));
    }
    widgets::EmbeddingMap *map() { return part<widgets::EmbeddingMap>("embeddingsMap"); }
    widgets::NeighbourList *neighbours() {
        return part<widgets::NeighbourList>("embeddingsNeighbours");
    }
    QListView *list() { return part<QListView>("embeddingsList"); }
    QLineEdit *search() { return part<QLineEdit>("embeddingsSearch"); }
    int idOf(int source) { return trace_->source.token(source); }
    /// A word of the sentence that is not the looked-up one.
    int otherWord() {
        for (int j = 0; j < trace_->sourceLength(); ++j)
            if (idOf(j) != panel_->lookedUp())
                return j;
        return -1;
    }

    std::shared_ptr<const model::Trace> trace_;
    std::unique_ptr<widgets::Viewpoint> viewpoint_;
    std::unique_ptr<widgets::Deriver> deriver_;
    std::unique_ptr<widgets::EmbeddingsPanel> panel_;
};
