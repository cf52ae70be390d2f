// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

namespace widgets {

class Viewpoint;

/// A word that the step in view could have chosen, as it is written.
struct WordChoice {
    QString label;
    double probability = 0;
    bool chosen = false;
};

/// The most probable words of the step in view with their probabilities, the chosen one marked, and
/// the entropy of the whole distribution in bits. Outlines until the moment reaches the word.
class WordChoiceView : public QWidget {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the view.
    explicit WordChoiceView(Viewpoint *viewpoint, QWidget *parent = nullptr);

    /// As many as there is room for, most probable first; the chosen one is always among them.
    const std::vector<WordChoice> &choices() const { return choices_; }
    /// The line on top, e.g. "step 7, entropy 1.24 bits".
    const QString &caption() const { return caption_; }
    /// The bar of a row of choices(), in widget coordinates.
    QRectF barRect(int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    void showStep();
    QString message() const;
    QString toolTipAt(const QPoint &position) const;
    double headerHeight() const;
    double rowHeight() const;
    double labelWidth() const;

    Viewpoint *viewpoint_;
    std::vector<WordChoice> choices_;
    QString caption_;
    QString message_;
    double progress_ = 0;
};

/// A probability as it is written beside a bar: "91%", "2.3%", "<0.1%".
QString percentage(double probability);

}  // namespace widgets
