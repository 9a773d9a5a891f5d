// A bare window of the same web engine on one page, and nothing else: what the app's window is measured beside.
// Built by scripts/bench with the machine's own compiler; the app does not contain it.
//
//     bare ADDRESS

#include <gtk/gtk.h>
#include <webkit2/webkit2.h>

int main(int count, char **words) {
    if (!gtk_init_check(&count, &words) || count != 2) {
        g_printerr("usage: bare ADDRESS, where there is a display\n");
        return 2;
    }
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    GtkWidget *page = webkit_web_view_new();
    gtk_window_set_default_size(GTK_WINDOW(window), 1280, 800);
    gtk_container_add(GTK_CONTAINER(window), page);
    g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
    webkit_web_view_load_uri(WEBKIT_WEB_VIEW(page), words[1]);
    gtk_widget_show_all(window);
    gtk_main();
    return 0;
}
