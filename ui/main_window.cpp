// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

namespace foresell {

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent) {}

}  // namespace foresell
