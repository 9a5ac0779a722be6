// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace foresell {

class Job;
class ProjectSession;
struct Progress;

/// The strip at the foot of the window: what runs, how far it is, how long it will still take, pause and stop; at its
/// right the engine's device.
class JobBar : public QWidget {
    Q_OBJECT

public:
    explicit JobBar(ProjectSession& session, QWidget* parent = nullptr);

    void setDevice(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow(Job* job);
    void refresh();
    void forget();
    void showJob();
    void showGlyph(const QString& name);
    void retranslate();

    ProjectSession& m_session;
    QPointer<Job> m_job;
    QTimer m_forget;  ///< a job that went well makes room for the state of the project
    QLabel* m_glyph;
    QLabel* m_title;
    QLabel* m_detail;
    QProgressBar* m_progress;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QLabel* m_device;
};

/// "3 minutes left", "12 s left"; empty where it is not known.
QString timeLeftText(double seconds);
/// "0.4 s", "48 s", "6 min 12 s".
QString tookText(double seconds);
/// "12.1 of 30 MB", "round 23 of 60"; empty where there is nothing to say.
QString progressText(const Progress& progress);

}  // namespace foresell
