// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <functional>

#include "ui/widgets/page.h"

class QVBoxLayout;

namespace foresell {

/// Where the work begins: a sales file, the sample shop, a project of before.
class StartPage : public Page {
    Q_OBJECT

public:
    explicit StartPage(ProjectSession& session, QWidget* parent = nullptr);

    QString title() const override;
    QString facts() const override;
    void activated() override;

public slots:
    void chooseFiles();
    void openProject();
    void createProject();
    /// Imports into the open project, or into a new one beside the first file.
    void importFiles(const QStringList& files);

signals:
    /// `isNewProject`: the project was made for this import alone.
    void importWanted(const QStringList& files, bool isNewProject);

protected:
    void retranslate() override;

private:
    class Choice;
    QWidget* makeDropArea();
    QWidget* makeWay();
    void makeSample();
    /// A project that is not where it was: asks where it is now.
    void locate(const QString& path);
    void fillRecent();
    void whenOpen(const QString& path, bool create, std::function<void()> next);

    QPointer<QObject> m_pending;
    QLabel* m_head;
    QLabel* m_text;
    QPushButton* m_import;
    QLabel* m_formats;
    QLabel* m_knownHead;
    QList<QLabel*> m_chips;
    QLabel* m_recentHead;
    QWidget* m_recent;
    QVBoxLayout* m_recentRows;
    QLabel* m_promise;
    Choice* m_sample;
    Choice* m_open;
    Choice* m_new;
    QList<QLabel*> m_wayTexts;
    QWidget* m_way;
};

}  // namespace foresell
