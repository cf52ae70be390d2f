// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/handout.h"

#include <qcustomplot.h>

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QPagedPaintDevice>
#include <QPdfWriter>
#include <QTextDocument>
#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "app/lesson/facts.h"
#include "app/lesson/markup.h"
#include "app/lesson/places.h"
#include "app/session/session.h"
#include "widgets/drawing/theme.h"
#include "widgets/figure/file.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/views/views.h"

namespace app {
namespace {

constexpr double largestFigure = 0.30;  // of the height of a page
constexpr int figureWidth = 560;        // pixels, before it is made as wide as the page
constexpr int pictureHeight = 460;
constexpr int panelHeight = 400;
constexpr double figureGap = 16;  // pixels

/// Puts text and pictures below each other on pages.
class Column {
  public:
    Column(QPagedPaintDevice &device, QCPPainter &painter)
        : device_(device),
          painter_(painter),
          size_(painter.device()->width(), painter.device()->height()) {}

    bool fine() const { return fine_; }
    /// Text and, below it, the figures that belong to it, side by side: all on one page.
    void add(const QString &html, const std::vector<widgets::Figure> &figures);

  private:
    /// Begins another page where there is no room for so much.
    void makeRoom(double height);
    /// How large figures are that stand side by side, and how high they are then.
    double scaleOf(const std::vector<widgets::Figure> &figures) const;
    void addFigures(const std::vector<widgets::Figure> &figures);

    QPagedPaintDevice &device_;
    QCPPainter &painter_;
    QSizeF size_;
    double y_ = 0;
    bool fine_ = true;
};

void Column::makeRoom(double height) {
    if (y_ == 0 || y_ + height <= size_.height())
        return;
    fine_ = device_.newPage() && fine_;
    y_ = 0;
}

double Column::scaleOf(const std::vector<widgets::Figure> &figures) const {
    double width = 0;
    double height = 0;
    for (const widgets::Figure &figure : figures) {
        width += figure.size.width();
        height = std::max<double>(height, figure.size.height());
    }
    const double gaps = figureGap * static_cast<double>(figures.size() - 1);
    return std::min({1.0, (size_.width() - gaps) / width, size_.height() * largestFigure / height});
}

void Column::add(const QString &html, const std::vector<widgets::Figure> &figures) {
    QTextDocument document;
    document.documentLayout()->setPaintDevice(painter_.device());
    document.setDefaultFont(QApplication::font());
    document.setHtml(html);
    document.setTextWidth(size_.width());
    double figureHeight = 0;
    for (const widgets::Figure &figure : figures)
        figureHeight = std::max(figureHeight, figure.size.height() * scaleOf(figures));
    makeRoom(document.size().height() + figureHeight);
    painter_.save();
    painter_.translate(0, y_);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = widgets::Theme::light().palette();  // for paper is white
    document.documentLayout()->draw(&painter_, context);
    painter_.restore();
    y_ += document.size().height();
    if (figures.empty())
        return;
    addFigures(figures);
    y_ += figureHeight + figureGap;
}

void Column::addFigures(const std::vector<widgets::Figure> &figures) {
    const double scale = scaleOf(figures);
    double x = 0;
    for (const widgets::Figure &figure : figures) {
        painter_.save();
        painter_.translate(x, y_);
        painter_.scale(scale, scale);
        painter_.setClipRect(QRect({}, figure.size));
        figure.paint(painter_);
        painter_.restore();
        x += figure.size.width() * scale + figureGap;
    }
}

/// A view as the page sets it up, without a window.
struct StillView {
    explicit StillView(const HandoutPage &page, const QString &name)
        : view(widgets::viewNamed(name)->make(&viewpoint)) {
        viewpoint.setTrace(page.known.trace);
        const int step = stepOf(page.page, page.known).value_or(0);
        if (const auto moment = momentNamed(page.page.moment, step, *page.known.trace))
            viewpoint.setMoment(*moment);
        if (const auto selection = selectionNamed(page.page.select, step, *page.known.trace))
            viewpoint.setSelected(*selection);
        // Paper is light, whatever the window is.
        view->widget().setPalette(widgets::Theme::light().palette());
        const bool isPicture = name == QLatin1String("unrolled");
        widgets::showOffScreen(*view, {figureWidth, isPicture ? pictureHeight : panelHeight});
    }

    widgets::Viewpoint viewpoint;
    widgets::Deriver deriver{&viewpoint};
    std::unique_ptr<widgets::View> view;
};

/// What tells the picture of a page from that of another.
struct Shown {
    std::string sentence;
    const model::Model *model = nullptr;
    QString moment;
    QString step;
    QString panel;
    bool operator==(const Shown &) const = default;
};

void addPage(Column &column, const HandoutPage &page, Shown &before, const QString &language) {
    const int step = stepOf(page.page, page.known).value_or(0);
    QString html = htmlOf(page.page.text.paragraphs(language), factsAbout(page.known, step),
                          widgets::Theme::light());
    if (!page.page.task.empty())
        html += QStringLiteral("<p><i>%1</i></p>").arg(page.page.task.in(language).toHtmlEscaped());
    if (!page.known.trace)
        return column.add(html, {});
    Shown now{page.known.trace->source.text(), page.known.trace->model.get(), page.page.moment,
              page.page.step, page.page.panel};
    if (now.moment.isEmpty())
        now.moment = before.moment;
    if (now.panel.isEmpty())
        now.panel = before.panel;
    Shown sameMoment = now;
    sameMoment.panel = before.panel;
    // The views have to live until their figures are painted.
    std::vector<std::unique_ptr<StillView>> views;
    if (sameMoment != before)
        views.push_back(std::make_unique<StillView>(page, QStringLiteral("unrolled")));
    if (!now.panel.isEmpty() && now != before)
        views.push_back(std::make_unique<StillView>(page, now.panel));
    std::vector<widgets::Figure> figures;
    for (const auto &still : views)
        figures.push_back(still->view->figure({}));
    column.add(html, figures);
    before = now;
}

}  // namespace

bool paintHandout(QPagedPaintDevice &device, const LessonChapter &chapter,
                  const std::vector<HandoutPage> &pages, const QString &language) {
    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    Column column(device, painter);
    column.add(QStringLiteral("<h1>%1</h1>").arg(chapter.title.in(language).toHtmlEscaped()), {});
    Shown before;
    for (const HandoutPage &page : pages)
        addPage(column, page, before, language);
    return painter.end() && column.fine();
}

QMarginsF handoutMargins() {
    constexpr double all = 18;
    return {all, all, all, all};
}

QByteArray handoutPdf(const LessonChapter &chapter, const std::vector<HandoutPage> &pages,
                      const QString &language) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(widgets::screenDotsPerInch());
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(handoutMargins(), QPageLayout::Millimeter);
    writer.setTitle(chapter.title.in(language));
    return paintHandout(writer, chapter, pages, language) ? bytes : QByteArray();
}

HandoutMaker::HandoutMaker(QObject *parent) : QObject(parent), lane_(worker_, {}) {}

void HandoutMaker::make(const LessonChapter &chapter, const QString &own, Done done) {
    auto work = [this, chapter, own, done = std::move(done)](widgets::Task &task) {
        const model::Helper::Attending attending(helper_);
        const auto attention = modelReader(QStringLiteral("attention"))(task.stop());
        const auto bottleneck = modelReader(QStringLiteral("bottleneck"))(task.stop());
        std::map<QString, LessonKnowledge> bySentence;
        std::vector<HandoutPage> pages;
        QString sentence = own;
        QString model;
        for (const LessonPage &page : chapter.pages) {
            if (!page.sentence.isEmpty())
                sentence = page.sentence == LessonPage::ownSentence ? own : page.sentence;
            if (!page.model.isEmpty())
                model = page.model;
            const auto known = bySentence.find(sentence);
            LessonKnowledge knowledge =
                known != bySentence.end()
                    ? known->second
                    : knowledgeOf(attention, bottleneck, sentence.toStdString(), task.stop());
            bySentence[sentence] = knowledge;
            knowledge.trace =
                model == QLatin1String("bottleneck") ? knowledge.bottleneck : knowledge.attention;
            pages.push_back({page, std::move(knowledge)});
        }
        return widgets::Lane::Result(
            [done, pages = std::move(pages)]() mutable { done(std::move(pages)); });
    };
    lane_.request(std::move(work), {.failed = [this](const QString &why) { emit failed(why); }});
}

}  // namespace app
