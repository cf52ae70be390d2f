<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Usage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[options]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the dock widget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undocks and re-attaches the dock widget</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::AccessibleNames</name>
    <message>
        <source>Vertical scroll bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal scroll bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>Watch an attention sequence-to-sequence model translate a French sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model file; or bottleneck, the built-in model without attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence to begin with, or to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the figure of a view of the sentence as PNG, SVG or PDF, by the file&apos;s suffix, and open no window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --export: the view, one of %1; by default %2, the alignment heatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the figure in pixels of 1/96 inch, such as 800x600, which as PDF is a page of 600 by 450 points; by default as large as its words need. Views with more than fits become as long as that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WxH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels that a PNG has for each pixel of its size, such as 2.5; 1 by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --export: a heatmap of the posterior attention, given the words that came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure, or a window, on dark ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size got &apos;%1&apos;, expected width and height from %2 to %3 pixels, such as 800x600.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--scale got &apos;%1&apos;, expected a number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--view got &apos;%1&apos;, expected one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--model got nothing, expected FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is one argument too many; a sentence goes after --sentence, in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--export needs --sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--scale is for PNG: only a picture has pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--posterior is for the heatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--view, --size, --scale and --posterior are for --export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option --%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation was stopped at its length limit, %1 pieces; the figure shows it up to there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::DockStage</name>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::ExportDialog</name>
    <message>
        <source>PNG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size at scale 1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scale:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::ExportPanel</name>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::ExportTarget</name>
    <message>
        <source>“%1” exists already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::Header</name>
    <message>
        <source>E&amp;xamples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no earlier sentences yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is being loaded…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a French sentence above, or choose one of the examples.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::Help</name>
    <message>
        <source>Watch an attention sequence-to-sequence model translate: every number on the screen is the model&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1. Licence: %2. How it was trained is among the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed with the instructions of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::Keys</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the next control and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>press the button in focus, open the list in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what else can be done here: copy, export, options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+underlined letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a menu, Examples, Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pointing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the exact value; every view marks the same thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo, redo what was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop a text or a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translate it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presentation: the whole screen, larger text and thicker lines; Escape ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, from everywhere but text and cursors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play and pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stage back, on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a word back, on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the start, to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loop the word in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play slower, faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the end of that stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scrub, both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch it from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the arrow beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through the earlier sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut, copy, paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences of a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the next sentence, the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the first sentence, the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the next word, the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the step that produced the word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrolled view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark the word before, the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark the layer above, below: embedding, states, context, word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click on a strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all units of the marked strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click on a word or state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the step that produced it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel, pinch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readable size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move what is in view up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag, Shift+wheel, the small map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move what is in view left, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right click, Links from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from which weight on links are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units of a strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from unit to unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click on ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from cell to cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the first row, the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click on a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the step of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click on a source word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put the cursor away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move what is in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores and softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark the source word above, below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the model&apos;s temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, then unmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature of the softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what if the softmax were sharper or softer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from unit to unit, from word to word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the first word, the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark the unit; its course is a curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom into the units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from word to word, from unit to unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the first unit in view, the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark the word and the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scroll the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from word to word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word choice, table of every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the step above, below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show that step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings: search and list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the search to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look up what is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear the search; then follow the sentence again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings: neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from neighbour to neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings: map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through the pieces that stand out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all terms, the largest only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select, copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close and reopen a panel; reset the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← → on the tabs, click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the panel behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag a title or tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the panel, put it behind another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click on a title, the panel&apos;s menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window of its own and back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::KeysDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: a key, or what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key or use of the mouse is described by “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>Open model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posterior attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the &amp;sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export heatmap…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::PagePanel</name>
    <message>
        <source>Sentences of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the whole text back into the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the list of sentences (Escape).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate the text sentence by sentence, and choose from a list which to watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Translate as %n &amp;sentences</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SentenceField</name>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a French sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::Session</name>
    <message>
        <source>%1 · %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is longer than a sentence can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>word order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pronouns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a long sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rare words and names</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The text could not be written to the standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on; --export works without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention Visualizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Try attention-visualizer --help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>Attention weights were given to a model that has no attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got %1 attention weights, expected %2, one for each source piece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got an attention weight that is not finite, expected numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got the piece %1 as the next word, expected 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model computed a probability that is not a number; its weights are out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder was given the piece %1, expected one below %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model without attention has no posterior attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The posterior of a step with %1 weights was asked for, expected %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got a beam of %1 hypotheses, expected 1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got %1 pieces to draw one from, expected at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A translation was to go on after %1 steps, expected 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system has no room for what the program needs: fewer threads or a smaller input may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system refused something that the program needs (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unknown went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oneDNN could not multiply matrices of %1 × %2 × %3 numbers: its status is %4, 0 is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the file, expected in every model of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is %1, expected one size from 1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is %1, expected two sizes from 1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is %1, expected %2, the query being of the state, or %3, of the piece before, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the decoder has %1 units, expected %2, as an annotation, for the score &quot;dot&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is %1, expected %2 beside the other tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dtype is %1, expected U8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got %1 rows, expected %2, one for each piece of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1 is %2, expected at most 65504 for F16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a zero byte (byte %1), as UTF-16 text has, UTF-8 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not valid UTF-8 (byte %1 is %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes that are not a SentencePiece model, expected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a SentencePiece model with tests of itself, expected none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a SentencePiece model that changes characters by a table of %1 bytes, expected one that changes none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a SentencePiece model with a user-defined piece, expected none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tokenizer of %1 pieces was asked to decode the piece %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence could not be split into pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text could not be split into pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tokenizer of %1 bytes cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tokenizer of %1 pieces cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A piece of %1 bytes of a tokenizer cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn an alignment from: got no sentence pair of 1 to %1 words a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has 1 column, expected 3: source tokens, target tokens and links, a tab between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 columns, expected 3: source tokens, target tokens and links, a tab between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no token in column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the link &apos;%1&apos;, expected i-j or ipj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the link &apos;%1&apos;, expected 0 to %2 and 0 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got links for %1 sentence pairs, expected %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alignment of a model without attention cannot be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got %1 translations, expected %2, one of each sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got %1 translations of %2 sentences, expected one of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got %1 translations to score, expected %2, one for each set of references.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence %1 has no reference, expected one or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products of bfloat16 numbers are made by oneDNN, which this program was built without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable ATTENTION_CPU is &apos;%1&apos;, expected %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable ATTENTION_CPU is &apos;%1&apos;, which this processor does not support, expected %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got no &quot;%1&quot;, expected &quot;dtype&quot;, &quot;shape&quot; and &quot;data_offsets&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dtype is %1, expected &quot;F32&quot;, &quot;F16&quot; or &quot;U8&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 is %2, expected an array of whole numbers from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the description is %1, expected a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data_offsets are %1, expected a begin and an end not before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values end at byte %1, but only %2 bytes follow the header: the file is truncated or corrupt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got %1 bytes, expected %2 for %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got %1 bytes, expected more than can be counted for %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values begin at byte %1, expected %2 (they overlap those of another tensor)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values begin at byte %1, expected %2 (the bytes before are nobody&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1 is NaN, expected finite numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1 is infinite, expected finite numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dtype is U8, expected F32 or F16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got %1 values, expected %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor %1: got %2 bytes to write, expected %3 for %4 %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor %1 is to be written twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got a folder, expected a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got a device or a pipe, expected a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got %1 bytes, expected at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models to be averaged must be alike, but number %1 has another architecture or other sizes than the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models to be averaged must be alike, but number %1 has other vocabularies than the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no models to be averaged, expected one or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has 1 column, at least 2 separated by a tab are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has nothing in column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no teacher to expect anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teachers have different vocabularies, expected the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model whose score is %1 cannot be trained, expected additive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got no sentence pair to learn from, expected some of at most %1 pieces a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged: the loss of update %1 or its gradient is not finite; a smaller learning rate is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence is too long to translate: it has %1 bytes, and at most %2 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to translate: the sentence is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence is too long to translate: it has %1 word pieces, and at most %2 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to translate: the sentence has no pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the __metadata__ %1 is %2, expected %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the format is %1, expected %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: got %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else is writing it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: got %2 bytes that are not a SentencePiece model, expected one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the %2 piece has the id %3, expected %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alignments %1 cannot be opened for reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alignments %1 could not be read to their end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alignments %1 hold no sentence pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation is too long to be made: it has %1 word pieces, and at most %2 are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pair %1 cannot be aligned. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header of %1 bytes is not JSON, expected an object of tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header is %1, expected a JSON object of tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the __metadata__ is %1, expected a JSON object of strings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the __metadata__ %1 is %2, expected a string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got %1 bytes after the header, expected the %2 of its tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header names %1 twice, expected every name once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its %1 is &quot;%2&quot;, &quot;%3&quot; is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its %1 is &quot;%2&quot;, a number is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its place is epoch %1, batch %2, update %3, numbers from 0 to %4 are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint %1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint %1 cannot be resumed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corpus %1 cannot be opened for reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corpus %1 could not be read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corpus %1 holds no sentence pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor %1: not in the file as whole numbers, expected in what &apos;expect&apos; wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got %1 pieces for %2 positions, expected %3 for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corpus does not begin with the %1 pairs of which something is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target of pair %1 has %2 pieces, expected %3: the vocabulary is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 patterns for %2 sentence pairs, expected some of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern &apos;%1&apos; has a slot {%2}, which is of no known kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern &apos;%1&apos; has other slots than &apos;%2&apos;, expected the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got %1 bytes, expected a safetensors file of at least 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header takes %1 bytes, but only %2 are left: the file is truncated or no safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header takes %1 bytes, expected at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the __metadata__ has no %1, expected a model of the format %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tokenizer cannot be trained on 0 sentences, expected at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tokenizer of %1 pieces cannot be trained on these %2 sentences, expected more pieces than they have different characters, beside 256 bytes and 4 special ones, and text to make them of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; of type U8 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor %1: not in the file as bytes, expected a tokenizer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ContextCanvas</name>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cos(c, h) = %1, ‖c − h‖ = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum so far = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c is not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” adds nothing, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”, %2: not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”, %2: %3 %4; %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α h =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row adds its word&apos;s annotation, as much of it as α says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attention: the same context at every step, what the encoder ended with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the panel to see the context.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ContextPanel</name>
    <message>
        <source>αᵢⱼ hⱼ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken from hⱼ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3 units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence to see what each of its words adds to the context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation has no word yet. The context of its first one will be here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence is still being read. The first context follows once it has been: Space plays on, Ctrl+→ goes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Let go of what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::EmbeddingMap</name>
    <message>
        <source>Map of the embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing the map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PC %1 (%2 % of variance)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1, %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::EmbeddingsPanel</name>
    <message>
        <source>Type a sentence to see its words among all the pieces that the model knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing the neighbours…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces of the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of the source language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of the target language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No piece holds “%1”. Try fewer letters; Escape clears the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Follow the sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::Figure</name>
    <message>
        <source>There is not enough memory for a picture of %1 × %2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture could not be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no font to write words with: install one, such as DejaVu Sans (in Debian the package fonts-dejavu-core).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale %1 is not a number from %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels is too large: choose a smaller size or scale, or a file that ends in .svg or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page of %1 × %2 pixels is too large: a PDF has at most %3 × %3. Choose a smaller size, or a file that ends in .svg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” has no suffix: it should end in .png, .svg or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has the unknown suffix .%2: it should end in .png, .svg or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: the folder “%2” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size %1 × %2 is not one from %3 × %3 to %4 × %4 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::FixedVector</name>
    <message>
        <source>%1: not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unit %2 of %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours ±%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::Formula</name>
    <message>
        <source>embedding of “%1”: row %2 of the source table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin of the translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding of “%1”, fed to step %2: row %3 of the target table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder state at “%1”, reading from the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder state at “%1”, reading from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 of the encoder state at “%2”, reading from the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 of the encoder state at “%2”, reading from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder state for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 of the decoder state for “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet computed at this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum&apos;s terms, with q = W&lt;sub&gt;q&lt;/sub&gt; %1 and k = W&lt;sub&gt;k&lt;/sub&gt; h + b&lt;sub&gt;k&lt;/sub&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum&apos;s terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score of “%1” for “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention on “%1” for “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the denominator adds up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight was set by hand to %1; the formula gives the softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention on “%1”, given that “%2” came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As if one annotation, drawn by α, were the context. The step mixes them, so that the denominator is not the probability that it gave the word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the denominator adds up, p(%1 | h) being the probability of “%2” had the step attended to that word alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context: without attention the same at every step, what the encoder ended with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 of the context for “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what each source word adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of “%1” at step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the exponent adds up, w the row of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word was set by hand; it is number %1 by probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readout: what the word is chosen by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset gate: how much of the past the candidate sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update gate: how much of the past stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate: what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what tanh is taken of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what σ is taken of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new and kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine of the rows %1 and %2 of the source table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine of the rows %1 and %2 of the target table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what x · y adds up, x the row of %1, y the row of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of zeros has no direction: its cosine counts as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1 of the source table, where it lies on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1 of the target table, where it lies on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” along principal axis %2, which holds %3 % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum&apos;s terms, x the row of %1, u the axis, μ the mean of all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: row %2 of the source table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: row %2 of the target table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 terms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>components</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::HeatmapFigure</name>
    <message>
        <source>Posterior attention, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention weights, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · model “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · the translation was stopped at the length limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 × %2 pixels there is no room for the heatmap of this sentence; %3 × %4 are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no heatmap to export: this model has no attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no heatmap to export: nothing has been translated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no heatmap to export: the posterior attention is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::HeatmapPanel</name>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence to see which of its words each word of the translation looks at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no attention: every word of the translation is made from the vector below. Choose a model with attention to see what it looks at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation has no word yet. What its words look at will be here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P(“%1” | “%2”)</source>
        <comment>source word given target word</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prior α = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>sum of %n pieces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n steps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the entropy of “%1” is not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the weights of “%1”: %2 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage of “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words, given the word that came, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces, given the piece that came, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words, α from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces, α from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of “%1” given %2, “%3”: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α of “%1” at %2, “%3”: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge pieces into &amp;words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Posterior: given the word that came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First target word at the &amp;bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source from &amp;right to left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrop&amp;y of each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;verage of each source word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole &amp;matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: &amp;attention&apos;s hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: v&amp;iridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: &amp;greys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::HeatmapPlot</name>
    <message>
        <source>Cells of the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::InspectorPanel</name>
    <message>
        <source>show the largest only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula with its numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stays while text is selected; Escape lets go of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence, then point at anything to see its formula and numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy selected &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::NeighbourList</name>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine of “%1” and “%2”: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unit %2 of %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::Numbers</name>
    <message>
        <source>.</source>
        <comment>the decimal sign</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::Panel</name>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A win&amp;dow of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::PieceLabel</name>
    <message>
        <source>padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::PieceListModel</name>
    <message>
        <source>“%1”, row %2 of the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ScoresPanel</name>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence to see how its words are scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no attention, so it gives the source words no scores: every step is given the vector below. Choose a model with attention to see scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation has no word yet. The scores of its first one will be here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence is still being read. Scores begin with the first word of the translation: Space plays on, Ctrl+→ goes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score eᵢⱼ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights αᵢⱼ, set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax αᵢⱼ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: score %2, α %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores and softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what if: τ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature of the softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the weights would be at another temperature τ. A double click, Escape or T leads back to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp(e − max)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp((e − max)/τ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp(e − max): the weights are these, divided by their sum. They are the exp(e) of the formula, each divided by the largest: the weights stay the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp((e − max)/τ): what the weights would be, but for the division by their sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>τ = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the model&apos;s &amp;temperature</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::StatesCanvas</name>
    <message>
        <source>Hidden states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unit %2 of %3, “%4”: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a cell for its value. The wheel zooms the units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation has no word yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the panel to see the states.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::StatesPanel</name>
    <message>
        <source>The course of a unit over time: point at a cell, or click to keep its unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 of %2 over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of each unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset gate r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update gate z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean size of what is shown over the sentence, the largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value at the current step and at the selected source word, the largest first; a pointer below the pictures shows where that is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder ←</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence to see the hidden states it runs through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Let go of the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden states</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::Text</name>
    <message>
        <source>%1, %2</source>
        <comment>facts side by side</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name and what is said of it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::TimelineTrack</name>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading · %1 %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 “%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::TimelineView</name>
    <message>
        <source>To the &amp;start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back a stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;On a stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back a &amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a wor&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loop this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play slowe&amp;r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play &amp;faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::TranslationLine</name>
    <message>
        <source>the model has not seen signs alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model has not learned this alphabet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model has not seen such words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy trans&amp;lation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · stopped at the length limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped at the length limit · log-probability %1 per piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greedy · log-probability %1 per piece</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::UnitGrid</name>
    <message>
        <source>All units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours up to ±%1. Point at a unit, or use the arrow keys; Escape closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::UnrolledOverview</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture; drag the frame to move what is in view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::UnrolledView</name>
    <message>
        <source>decoder ±%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder, c ±%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embeddings ±%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one fixed vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder ←</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α from %1 up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every α</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n units, ±%1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2, ±%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a French sentence above to watch it being read and translated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = tanh(W [s%2 ; c%2 ; y%3] + b): compared with the embedding of every piece, it gives the probability of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y₀: the embedding of the piece that stands for the beginning of a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · “%2” · %3 units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: piece %2 of %3, number %4 of the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2: not yet computed; click to go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: word piece %2 of %3, probability %4 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unit %2 of %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The encoder reads the %n pieces of the sentence.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 of %2, “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context is the same vector at every step: what the encoder ended with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most attention is on: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readable size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrolled view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Links from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1 up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least weight of a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::WordChoice</name>
    <message>
        <source>instead of “%1”: most probable was “%2”, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instead of “%1”: runner-up “%2”, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::WordChoiceBars</name>
    <message>
        <source>p(%1) = %2, log-probability %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::WordChoicePanel</name>
    <message>
        <source>every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word choice at every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence to see which words could have been chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation has no word yet. What its first one is chosen from will be here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence is still being read. Words are chosen once it has been: Space plays on, Ctrl+→ goes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1, entropy %2 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of every &amp;step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word choice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
