// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "model/decoding/trace.h"
#include "model/embeddings/neighbours.h"
#include "widgets/embeddings/options.h"
#include "widgets/panel/panel.h"
#include "widgets/viewpoint/embedding_tables.h"
#include "widgets/viewpoint/selection.h"

class QBoxLayout;
class QGridLayout;
class QLabel;
class QLayout;
class QLineEdit;
class QListView;
class QToolButton;

namespace widgets {

class EmbeddingMap;
class NeighbourList;
class PieceDelegate;
class PieceListModel;

/// An embedding table of the model: its pieces, searchable; the row that is looked up, with its
/// nearest neighbours; and a map of all rows on their two principal axes with the words of the
/// sentence in it. What is computed once for a model is computed on another thread.
class EmbeddingsPanel : public Panel {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the panel.
    explicit EmbeddingsPanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Embeddings"); }

    using Options = EmbeddingsOptions;
    EmbeddingsOptions options() const { return {.side = side_}; }
    QVariantMap storedOptions() const override { return widgets::storedOptions(options()); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<EmbeddingsOptions>(options));
    }
    void setOptions(const EmbeddingsOptions &options) { setSide(options.side); }

    TableSide side() const { return side_; }
    void setSide(TableSide side);
    /// The piece whose row is looked up, or −1.
    int lookedUp() const { return row_.piece; }
    /// Looks a piece up until Escape, another table or another marked word; −1: follows the
    /// sentence again.
    void lookUp(int piece);
    /// The neighbours of the looked-up row with their cosines and where they lie on the map; then,
    /// after an empty line, the numbers of the row itself. "neighbours": piece, row, cosine, PC 1,
    /// PC 2 and the piece that is looked up; and of that "embedding": unit, value.
    std::vector<Table> tables() const override;

  protected:
    void refresh(Changes changes) override;
    void addMenuEntries(QMenu &menu, const QPoint &position) override;
    std::unique_ptr<Panel> still(Viewpoint *viewpoint) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    /// A row of the table and whose it is in the sentence.
    struct LookedUp {
        int piece = -1;
        int source = -1;  ///< source piece, or
        int step = -1;    ///< decoder step that it is fed to; both −1: only a row of the table
        bool operator==(const LookedUp &) const = default;
    };

    QWidget *buildBody();
    QLayout *buildSwitch();
    /// Puts its two buttons above each other where there is no room for both side by side.
    void arrangeSwitch();
    void connectParts();
    void arrange();
    void takeTrace();
    void showSwitch();
    void showTables();
    void search();
    void sayNothingFound();
    void updateRow();
    /// The nearest rows to the one that is looked up, [1, E]; none before the norms of the table
    /// are known.
    void updateNeighbours(const model::Row &values);
    void showRowInList();
    void keepRowInList();
    void updateMarks();
    void showHovered();
    LookedUp rowOfSource() const;
    LookedUp rowOfTarget() const;
    /// The piece of the same table that stands in its place in what is compared with; −1: none.
    int pieceBefore() const;
    Table neighboursTable() const;
    Table valuesTable() const;
    model::Row valuesOf(const LookedUp &row) const;
    std::vector<int> sentencePieces() const;
    QString labelOf(int piece) const;
    void hoverPiece(int piece, bool onMap = false);
    void tellHovered();
    Selection hoveredSelection() const;
    void hoverUnit(int unit);

    std::shared_ptr<const model::Model> model_;
    std::shared_ptr<const EmbeddingTables> tables_;
    TableSide side_ = TableSide::source;
    int pinned_ = -1;
    Selection ownHover_;  ///< what this panel points at; it does not look that up
    int lastSelectedSource_ = -1;
    int hoveredPiece_ = -1;  ///< under the pointer or a cursor in this panel
    bool hoveredOnMap_ = false;
    LookedUp row_;
    std::shared_ptr<const model::Trace> rowTrace_;  ///< whose numbers row_ has
    std::shared_ptr<const model::Trace> rowReference_;
    std::shared_ptr<const PieceNames> shownNames_;
    std::vector<model::Neighbour> neighbours_;
    std::shared_ptr<const EmbeddingSpace> neighboursSpace_;  ///< in which they were looked for
    int neighboursOf_ = -1;                                  ///< the row that they are nearest to,
    model::Row neighboursValues_;                            ///< with these numbers [E]
    QGridLayout *grid_ = nullptr;
    QWidget *searchPart_ = nullptr;
    QBoxLayout *switch_ = nullptr;
    QToolButton *source_ = nullptr;
    QToolButton *target_ = nullptr;
    QLineEdit *edit_ = nullptr;
    QListView *list_ = nullptr;
    QLabel *nothing_ = nullptr;  ///< in place of an empty list
    PieceListModel *pieces_ = nullptr;
    PieceDelegate *delegate_ = nullptr;
    NeighbourList *neighbourList_ = nullptr;
    EmbeddingMap *map_ = nullptr;
    bool tall_ = false;
    bool still_ = false;  ///< for a figure: without the list to choose from
};

}  // namespace widgets
