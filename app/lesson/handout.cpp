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
#include <optional>
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

constexpr double largestFigure = 0.30;  // of the height of a page, where it can be read so
/// A figure is made no smaller: the small text of views, of 7.5 points, is one of 5 then.
constexpr double leastScale = 2.0 / 3;
constexpr int figureWidth = 560;  // pixels, before it is made as wide as the page
constexpr int leastPanel = 380;   // the same of a panel beside the picture
constexpr int pictureHeight = 460;
constexpr int panelHeight = 400;
constexpr double figureGap = 16;  // pixels

/// Figures that stand side by side.
using FigureRow = std::vector<widgets::Figure>;

/// Puts text and pictures below each other on pages.
class Column {
  public:
    Column(QPagedPaintDevice &device, QCPPainter &painter)
        : device_(device),
          painter_(painter),
          size_(painter.device()->width(), painter.device()->height()) {}

    bool fine() const { return fine_; }
    /// How wide figures may be, together, to be read where they stand side by side.
    double room(int figures) const { return (size_.width() - gaps(figures)) / leastScale; }
    /// Text and, below it, the rows of figures that belong to it: all on one page, if one has room
    /// for them, else as many of them as it has.
    void add(const QString &html, const std::vector<FigureRow> &rows);

  private:
    static double gaps(int figures) { return figureGap * (figures - 1); }
    /// Begins another page where there is no room for so much.
    void makeRoom(double height);
    /// How large the figures of a row are, and how high it is then, with the gap below it.
    double scaleOf(const FigureRow &row) const;
    double heightOf(const FigureRow &row) const;
    void addRow(const FigureRow &row);

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

double Column::scaleOf(const FigureRow &row) const {
    double width = 0;
    double height = 0;
    for (const widgets::Figure &figure : row) {
        width += figure.size.width();
        height = std::max<double>(height, figure.size.height());
    }
    const double fitting = std::min((size_.width() - gaps(static_cast<int>(row.size()))) / width,
                                    (size_.height() - figureGap) / height);
    const double wanted = std::min(1.0, size_.height() * largestFigure / height);
    return std::min(fitting, std::max(wanted, leastScale));
}

double Column::heightOf(const FigureRow &row) const {
    int height = 0;
    for (const widgets::Figure &figure : row)
        height = std::max(height, figure.size.height());
    return height * scaleOf(row) + figureGap;
}

void Column::add(const QString &html, const std::vector<FigureRow> &rows) {
    QTextDocument document;
    document.documentLayout()->setPaintDevice(painter_.device());
    document.setDefaultFont(QApplication::font());
    document.setHtml(html);
    document.setTextWidth(size_.width());
    const double text = document.size().height();
    double all = text;
    for (const FigureRow &row : rows)
        all += heightOf(row);
    const bool onOnePage = all <= size_.height();
    makeRoom(onOnePage || rows.empty() ? all : text + heightOf(rows.front()));
    painter_.save();
    painter_.translate(0, y_);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = widgets::Theme::light().palette();  // for paper is white
    document.documentLayout()->draw(&painter_, context);
    painter_.restore();
    y_ += text;
    for (const FigureRow &row : rows)
        addRow(row);
}

void Column::addRow(const FigureRow &row) {
    makeRoom(heightOf(row));
    const double scale = scaleOf(row);
    double x = 0;
    for (const widgets::Figure &figure : row) {
        painter_.save();
        painter_.translate(x, y_);
        painter_.scale(scale, scale);
        painter_.setClipRect(QRect({}, figure.size));
        figure.paint(painter_);
        painter_.restore();
        x += figure.size.width() * scale + figureGap;
    }
    y_ += heightOf(row);
}

/// A view as the page sets it up, without a window.
struct StillView {
    StillView(const HandoutPage &page, const QString &name, const QSize &size)
        : view(widgets::viewNamed(name)->make(&viewpoint)) {
        viewpoint.setTrace(page.known.trace);
        const int step = stepOf(page.page, page.known).value_or(0);
        if (const auto moment = momentNamed(page.page.moment, step, *page.known.trace))
            viewpoint.setMoment(*moment);
        if (const auto selection = selectionNamed(page.page.select, step, *page.known.trace))
            viewpoint.setSelected(*selection);
        // Paper is light, whatever the window is.
        view->widget().setPalette(widgets::Theme::light().palette());
        widgets::showOffScreen(*view, size);
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
    std::optional<StillView> picture;
    std::optional<StillView> panel;
    std::vector<FigureRow> rows;
    if (sameMoment != before) {
        picture.emplace(page, QStringLiteral("unrolled"), QSize(figureWidth, pictureHeight));
        for (widgets::Figure &band : picture->view->pageFigures({}, column.room(1)))
            rows.push_back({std::move(band)});
    }
    if (!now.panel.isEmpty() && now != before) {
        // Beside a picture that leaves room for it, else below.
        const int beside =
            rows.size() == 1 ? static_cast<int>(column.room(2)) - rows.front().front().size.width()
                             : 0;
        const bool fits = beside >= leastPanel;
        panel.emplace(page, now.panel,
                      QSize(fits ? std::min(beside, figureWidth) : figureWidth, panelHeight));
        std::vector<widgets::Figure> figures =
            panel->view->pageFigures({}, fits ? beside : column.room(1));
        if (fits && figures.size() == 1 && figures.front().size.width() <= beside)
            rows.front().push_back(std::move(figures.front()));
        else
            for (widgets::Figure &figure : figures)
                rows.push_back({std::move(figure)});
    }
    column.add(html, rows);
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
