// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QTextBrowser;

namespace app {

/// Every key and every use of the pointer, grouped by view, with a search. It stays open beside the
/// window, so that what it says can be tried.
class KeysDialog : public QDialog {
    Q_OBJECT
  public:
    explicit KeysDialog(QWidget *parent = nullptr);

    /// Opens the dialog of the parent, or brings the one that is open to the front.
    static void showFor(QWidget *parent);

  protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

  private:
    void fill();

    QLineEdit *search_ = nullptr;
    QTextBrowser *table_ = nullptr;
    int columns_ = 2;
};

}  // namespace app
