// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QWidget>

#include "app/laboratory/laboratory.h"
#include "app/laboratory/setup_form.h"
#include "widgets/learning/plot.h"
#include "widgets/panel/view.h"

namespace app {

/// The laboratory as one looks at it: what is to be learned, the buttons that start and stop it,
/// and its course, along which every moment can be looked at.
class LaboratoryPanel : public QWidget, public widgets::View {
    Q_OBJECT
  public:
    explicit LaboratoryPanel(Laboratory *laboratory, QWidget *parent = nullptr);

    static QString title() { return tr("Laboratory"); }
    SetupForm *form() const { return form_; }
    widgets::LearningPlot *plot() const { return plot_; }
    QToolButton *startButton() const { return start_; }
    /// What is said of the run.
    QString status() const { return status_->text(); }

    QWidget &widget() override { return *this; }
    widgets::Figure figure(const QString &title) override;
    QString message() const override;
    void onOptionsChanged(const QObject *, Hear) override {}
    void onExportRequested(const QObject *context, Hear hear) override;

    QSize sizeHint() const override;

  public slots:
    /// Asks for a file of the user's own pairs.
    void chooseFile();
    /// Asks for a file and writes the model in view to it.
    void saveModel();
    /// Asks for a file and plays the run into it.
    void exportAnimation();

  signals:
    void exportRequested();
    void saved(const QString &file);

  protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

  private:
    QWidget *buildButtons();
    QToolButton *addButton(QBoxLayout &row, const char *name);
    QMenu *buildTaking();
    void write();
    void startOrPause();
    /// Form and plot beside or below each other.
    void arrange();
    void refresh();
    void refreshButtons();
    QString statusText() const;
    QString progressText() const;

    Laboratory *laboratory_;
    SetupForm *form_ = nullptr;
    QScrollArea *room_ = nullptr;  ///< of the form
    QBoxLayout *parts_ = nullptr;
    QToolButton *start_ = nullptr;
    QToolButton *step_ = nullptr;
    QToolButton *stop_ = nullptr;
    QToolButton *take_ = nullptr;
    QAction *save_ = nullptr;
    QAction *export_ = nullptr;
    QAction *animate_ = nullptr;
    QComboBox *axis_ = nullptr;
    QLabel *status_ = nullptr;
    widgets::LearningPlot *plot_ = nullptr;
};

}  // namespace app
