// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/panel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QTimer>
#include <QUrl>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/inspector/formula_text.h"
#include "widgets/panel/hold_prompt.h"
#include "widgets/panel/letter_key.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/language.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr int fewTerms = 5;
constexpr int longestTable = 40;  // rows; longer ones take long to lay out
const QString termsScheme = QStringLiteral("terms");

QString colored(const QColor &color, const QString &html) {
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), html);
}

/// The terms of a part, all of them or the largest, as rows of a table.
QString termsHtml(const FormulaPart &part, const Theme &theme, bool all, bool links) {
    const int count = static_cast<int>(part.terms.size());
    std::vector<int> shown;
    if (all || count <= fewTerms) {
        shown.resize(part.terms.size());
        std::iota(shown.begin(), shown.end(), 0);
    } else {
        shown = largestTerms(part, fewTerms);
    }
    QString html = colored(theme.mutedText, part.termsTitle);
    if (links && count > fewTerms)
        html += QStringLiteral(" &nbsp;<a href=\"%1:%2\">%3</a>")
                    .arg(termsScheme, part.kind,
                         all ? InspectorPanel::tr("show the largest only")
                             : InspectorPanel::tr("show all %1").arg(count));
    const bool table = shown.size() <= longestTable;
    const QString row = table ? QStringLiteral(
                                    "<tr><td style=\"padding-right:12px\">%1</td>"
                                    "<td align=\"right\">%2</td></tr>")
                              : QStringLiteral("%1 = %2<br>");
    html += table ? QStringLiteral("<table cellspacing=\"0\" cellpadding=\"0\">")
                  : QStringLiteral("<br>");
    for (const int i : shown) {
        const FormulaTerm &term = part.terms[static_cast<std::size_t>(i)];
        html += row.arg(termText(part, term), mathNumber(term.value));
    }
    if (table)
        html += QStringLiteral("</table>");
    if (part.termsSum)
        html += colored(theme.mutedText,
                        InspectorPanel::tr("together %1").arg(mathNumber(*part.termsSum)));
    return html;
}

QString partHtml(const FormulaPart &part, const Theme &theme, bool all, bool links) {
    QString html = QStringLiteral("<p style=\"margin-bottom:2px\"><b>%1</b>")
                       .arg(colored(theme.role(part.role), part.symbol));
    if (part.value)
        html += QStringLiteral(" = <b>%1</b>").arg(exactNumber(*part.value));
    html += QStringLiteral(" &nbsp; ") + colored(theme.mutedText, part.meaning.toHtmlEscaped()) +
            QStringLiteral("</p>");
    html += QStringLiteral("<p style=\"margin-top:0px; margin-bottom:0px\">%1</p>")
                .arg(colored(theme.role(part.role), part.formula));
    if (!part.numbers.isEmpty())
        html += QStringLiteral("<p style=\"margin-top:0px; margin-bottom:0px\">= %1</p>")
                    .arg(part.numbers);
    if (!part.note.isEmpty())
        html += QStringLiteral("<p style=\"margin-top:0px; margin-bottom:0px\"><i>%1</i></p>")
                    .arg(part.note.toHtmlEscaped());
    if (!part.terms.empty())
        html += QStringLiteral("<div style=\"margin-top:3px\">%1</div>")
                    .arg(termsHtml(part, theme, all, links));
    return html;
}

/// The stretch of a block between two places of the document, as plainSymbol() writes it and
/// without links: what is above or below the line says so.
QString plainText(const QTextBlock &block, int from, int to) {
    QString text;
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextFragment fragment = part.fragment();
        const QTextCharFormat format = fragment.charFormat();
        const int begin = std::max(0, from - fragment.position());
        const int end = std::min(fragment.length(), to - fragment.position());
        if (begin >= end || format.isAnchor())
            continue;
        if (format.verticalAlignment() == QTextCharFormat::AlignSuperScript && begin == 0)
            text += u'^';
        if (format.verticalAlignment() == QTextCharFormat::AlignSubScript && begin == 0)
            text += u'_';
        text += fragment.text().mid(begin, end - begin);
    }
    return text.replace(QChar::LineSeparator, u'\n').replace(QChar::Nbsp, u' ');
}

/// What is selected, in lines; the cells of a table row are separated by tabs.
QString plainText(const QTextCursor &selected) {
    const int from = selected.selectionStart();
    const int to = selected.selectionEnd();
    QString text;
    const QTextDocument &document = *selected.document();
    for (QTextBlock block = document.findBlock(from); block.isValid() && block.position() < to;
         block = block.next()) {
        const QTextTable *table = QTextCursor(block).currentTable();
        const bool besides = table && table->cellAt(block.position()).column() > 0;
        QString line = plainText(block, from, to);
        if (!text.isEmpty())
            text += besides ? u'\t' : u'\n';
        while (line.endsWith(u' '))  // that parted it from a link
            line.chop(1);
        text += line;
    }
    return text;
}

/// "α_3,2 = 0.630124, attention on “chat” for “cat”"
QString spokenPart(const FormulaPart &part) {
    const QString symbol = plainSymbol(part.symbol);
    return part.value ? InspectorPanel::tr("%1 = %2, %3")
                            .arg(symbol, exactNumber(*part.value), part.meaning)
                      : InspectorPanel::tr("%1, %2").arg(symbol, part.meaning);
}

}  // namespace

QString formulaHtml(const std::vector<FormulaPart> &parts, const Theme &theme,
                    const QSet<QString> &expanded, bool links) {
    QString html;
    for (const FormulaPart &part : parts)
        html += partHtml(part, theme, expanded.contains(part.kind), links);
    return html;
}

class InspectorPanel::Page : public QTextBrowser {
  public:
    using QTextBrowser::QTextBrowser;

    QMimeData *createMimeDataFromSelection() const override {
        auto *data = new QMimeData;
        data->setText(plainText(textCursor()));
        return data;
    }

    /// Gives a link the focus, as the Tab key does.
    void focusLink(const QString &href) {
        for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                if (part.fragment().charFormat().anchorHref() != href)
                    continue;
                // Qt looks for the next link behind what is selected, else from the start.
                QTextCursor before(document());
                before.setPosition(part.fragment().position());
                before.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor);
                setTextCursor(before);
                focusNextPrevChild(true);
                return;
            }
    }
};

InspectorPanel::InspectorPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("inspectorPanel"), title(), parent) {
    text_ = new Page(this);
    text_->setObjectName(QStringLiteral("inspectorText"));
    inEveryLanguage(*text_, [this] { text_->setAccessibleName(tr("Formula with its numbers")); });
    text_->setOpenLinks(false);
    // Always there: the lines must not move when it comes and goes under a moving pointer.
    text_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    text_->setContextMenuPolicy(Qt::NoContextMenu);
    text_->installEventFilter(this);
    new FocusRing(text_);
    connect(text_, &QTextBrowser::anchorClicked, this, &InspectorPanel::follow);
    notice_ = new QLabel(text_);
    inEveryLanguage(*notice_, [this] {
        notice_->setText(tr("This stays while text is selected; Escape lets go of it."));
    });
    notice_->setObjectName(QStringLiteral("inspectorNotice"));
    notice_->setAutoFillBackground(true);
    notice_->setBackgroundRole(QPalette::ToolTipBase);
    notice_->setForegroundRole(QPalette::ToolTipText);
    notice_->setAttribute(Qt::WA_TransparentForMouseEvents);
    notice_->setMargin(fontMetrics().height() / 4);
    notice_->hide();
    connect(text_, &QTextBrowser::selectionChanged, this, &InspectorPanel::showNotice);
    connect(text_, &QTextBrowser::copyAvailable, this, [this](bool available) {
        if (!available)
            refresh(Changes::fromInt(everything));
    });
    onLetter(*this, Qt::Key_H, [this] { askForMarkedValue(*text_, *this->viewpoint()); });
    setBody(text_);
}

QSize InspectorPanel::sizeHint() const {
    return {fontMetrics().height() * 26, fontMetrics().height() * 12};
}

bool InspectorPanel::hasSelectedText() const {
    // A link that has the focus is selected, too.
    const QTextCursor cursor = text_->textCursor();
    return text_->hasFocus() && cursor.hasSelection() && !cursor.charFormat().isAnchor();
}

/// Over the lowest line: the others must not move.
void InspectorPanel::showNotice() {
    const QRect room = text_->viewport()->geometry();
    const QSize size = notice_->sizeHint().boundedTo(room.size());
    notice_->setGeometry(room.right() + 1 - size.width(), room.bottom() + 1 - size.height(),
                         size.width(), size.height());
    notice_->setVisible(hasSelectedText());
}

void InspectorPanel::refresh(Changes changes) {
    if (still_)
        return rebuild();
    const auto &trace = viewpoint()->trace();
    if (!trace) {
        parts_.clear();
        html_.clear();
        setMessage(
            tr("Type something above, then point at anything to see its formula and numbers."));
        return;
    }
    setMessage({});
    // What is selected is to be copied: neither time nor what is pointed at on the way take it
    // away.
    if (!(changes & (traceChange | appearanceChange)) && hasSelectedText())
        return;
    const Selection &hovered = viewpoint()->hovered();
    const QString kind = parts_.empty() ? QString() : parts_.front().kind;
    parts_ = formulaParts(*trace, hovered.empty() ? viewpoint()->selected() : hovered,
                          viewpoint()->moment(), viewpoint()->posterior().get());
    noteEdits();
    // The same quantity of a neighbour is read at the same place.
    const bool same = !parts_.empty() && parts_.front().kind == kind;
    const int place = same ? text_->verticalScrollBar()->value() : 0;
    rebuild();
    text_->verticalScrollBar()->setValue(place);
}

void InspectorPanel::rebuild() {
    const QString html = formulaHtml(parts_, Theme::of(palette()), expanded_, !still_);
    if (std::exchange(html_, html) == html)
        return;
    text_->setHtml(html_);
    const QString spoken = parts_.empty() ? QString() : spokenPart(parts_.front());
    text_->setAccessibleDescription(spoken);
    say(*this, spoken);
}

void InspectorPanel::setExpanded(const QString &kind, bool expanded) {
    QSet<QString> kinds = expanded_;
    if (expanded)
        kinds.insert(kind);
    else
        kinds.remove(kind);
    setExpanded(kinds);
}

void InspectorPanel::setExpanded(const QSet<QString> &kinds) {
    if (std::exchange(expanded_, kinds) == kinds)
        return;
    const int place = text_->verticalScrollBar()->value();
    rebuild();
    text_->verticalScrollBar()->setValue(place);
    emit optionsChanged();
}

InspectorOptions InspectorPanel::options() const {
    QStringList kinds = expanded_.values();
    kinds.sort();
    return {.expanded = kinds};
}

void InspectorPanel::setOptions(const InspectorOptions &options) {
    setExpanded(QSet<QString>(options.expanded.begin(), options.expanded.end()));
}

void InspectorPanel::follow(const QUrl &link) {
    if (link.scheme() != termsScheme)
        return;
    setExpanded(link.path(), !expanded_.contains(link.path()));
    if (text_->hasFocus())
        text_->focusLink(link.toString());
}

std::vector<Table> InspectorPanel::tables() const {
    TextCells quantities;
    DoubleCells values;
    const auto add = [&](QString quantity, double value) {
        quantities.push_back(std::move(quantity));
        values.emplace_back(value);
    };
    for (const FormulaPart &part : parts_) {
        if (part.value)
            add(plainSymbol(part.symbol), widened(*part.value));
        for (const FormulaTerm &term : part.terms)
            add(plainSymbol(termText(part, term))
                    .replace(QStringLiteral("&nbsp;"), QStringLiteral(" ")),
                term.value);
    }
    if (quantities.empty())
        return {};
    Table table(QStringLiteral("quantities"));
    table.add(QStringLiteral("quantity"), std::move(quantities));
    table.add(QStringLiteral("value"), std::move(values));
    return {std::move(table)};
}

bool InspectorPanel::hasTable() const {
    return std::any_of(parts_.begin(), parts_.end(),
                       [](const FormulaPart &part) { return part.value || !part.terms.empty(); });
}

std::unique_ptr<Panel> InspectorPanel::still(Viewpoint *viewpoint) const {
    auto panel = std::make_unique<InspectorPanel>(viewpoint);
    panel->still_ = true;
    panel->parts_ = parts_;
    panel->expanded_ = expanded_;
    panel->text_->setFrameShape(QFrame::NoFrame);
    panel->text_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    panel->text_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return panel;
}

QSize InspectorPanel::wholeSize() const {
    // Narrower, numbers would be broken.
    const int least = 24 * fontMetrics().height();
    return {std::max(width(), least),
            static_cast<int>(std::ceil(text_->document()->size().height()))};
}

/// Whether a key belongs to the text and not to the window. Text fields claim the space bar and the
/// arrows as well, which belong to the timeline.
bool InspectorPanel::claims(QKeyEvent &key) const {
    return key.matches(QKeySequence::Copy) || key.matches(QKeySequence::SelectAll) ||
           (key.key() == Qt::Key_Escape && hasSelectedText());
}

void InspectorPanel::addMenuEntries(QMenu &menu, const QPoint &) {
    addUnitEdits(menu, *text_, *this->viewpoint());
    QAction *copy = menu.addAction(tr("Copy selected &text"), text_, &QTextBrowser::copy);
    copy->setObjectName(QStringLiteral("inspectorCopy"));
    copy->setEnabled(text_->textCursor().hasSelection());
    menu.addAction(tr("Select &all"), text_, &QTextBrowser::selectAll)
        ->setObjectName(QStringLiteral("inspectorSelectAll"));
}

bool InspectorPanel::eventFilter(QObject *watched, QEvent *event) {
    if (watched == text_ && event->type() == QEvent::ShortcutOverride) {
        event->setAccepted(claims(*static_cast<QKeyEvent *>(event)));
        return true;
    }
    if (watched == text_ && event->type() == QEvent::KeyPress && hasSelectedText() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        QTextCursor none = text_->textCursor();
        none.clearSelection();
        text_->setTextCursor(none);
        return true;
    }
    if (watched == text_ && event->type() == QEvent::Resize)
        showNotice();
    if (watched == text_ && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool comesBack =
            reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason;
        if (!comesBack)
            QTimer::singleShot(0, this, [this] {
                refresh(selectionChange);
                showNotice();
            });
    }
    return Panel::eventFilter(watched, event);
}

}  // namespace widgets
