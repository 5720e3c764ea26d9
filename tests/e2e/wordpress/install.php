<?php
// Installs it, with an administrator and an author: who may write and publish, but not add HTML.

// The database may be a moment away.
mysqli_report(MYSQLI_REPORT_OFF);
for ($tries = 0; !($base = mysqli_init())->real_connect('localhost', 'root', '', '', 0, getenv('WORDPRESS_SOCKET')); $tries++) {
    if ($tries === 600) exit(1);
    usleep(50_000);
}
$base->query('CREATE DATABASE wordpress');

define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_ORIGIN'), PHP_URL_HOST);
require getenv('WORDPRESS_FOLDER') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

// There is nobody to write to.
add_filter('pre_wp_mail', '__return_true');
$password = getenv('WORDPRESS_PASSWORD');
wp_install('A council', 'administrator', 'administrator@example.org', false, '', $password);
$author = wp_insert_user(['user_login' => 'author', 'user_pass' => $password, 'user_email' => 'author@example.org', 'role' => 'author']);
// The editor greets each of them once, over what is to be pressed.
foreach ([1, $author] as $id) {
    update_user_meta($id, 'wp_persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false], '_modified' => gmdate('c')]);
}
