// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMarginsF>
#include <QObject>
#include <functional>
#include <vector>

#include "app/lesson/knowledge.h"
#include "app/lesson/lesson.h"
#include "widgets/threads/worker.h"

class QPagedPaintDevice;

namespace app {

/// A page of a chapter with the translation that it is about.
struct HandoutPage {
    LessonPage page;
    LessonKnowledge known;
};

/// The pages of a chapter on paper: the text of each and, where another panel or moment is in view
/// than on the page before, that picture; the words and numbers are those of its sentence.
/// `language` is that of the texts. False: it could not be painted.
bool paintHandout(QPagedPaintDevice &device, const LessonChapter &chapter,
                  const std::vector<HandoutPage> &pages, const QString &language);

/// Those of its pages, in millimetres.
QMarginsF handoutMargins();

/// The same as the bytes of a PDF; empty: it could not be painted.
QByteArray handoutPdf(const LessonChapter &chapter, const std::vector<HandoutPage> &pages,
                      const QString &language);

/// Works out on a thread of its own what the pages of a chapter are about.
class HandoutMaker : public QObject {
    Q_OBJECT
  public:
    using Done = std::function<void(std::vector<HandoutPage> pages)>;

    explicit HandoutMaker(QObject *parent = nullptr);
    ~HandoutMaker() override = default;

    /// `own` stands for the learner's sentence. Replaces what was asked for before.
    void make(const LessonChapter &chapter, const QString &own, Done done);

  signals:
    void failed(const QString &why);

  private:
    model::Helper helper_;  ///< of the worker's thread
    widgets::Worker worker_;
    widgets::Lane lane_;  // what it does uses all of the above
};

}  // namespace app
