package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.cleanup.CreatedFile;
import com.openshow.loadtest.feed.Feed;
import com.openshow.loadtest.feed.FeedException;
import com.openshow.loadtest.feed.FeedFormat;
import com.openshow.loadtest.feed.FeedMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The passwords of those who created something, from the file of all accounts. */
final class Passwords {
  private static final FeedFormat ACCOUNTS =
      new FeedFormat(',', true, List.of("email", "password"));

  private Passwords() {}

  static Map<String, String> ofOwners(CreatedThings things, Path usersFile) throws IOException {
    Set<String> owners = new HashSet<>();
    try (CreatedFile.Backwards entries = things.backwards(created -> true)) {
      for (Optional<CreatedFile.Entry> entry = entries.next();
          entry.isPresent();
          entry = entries.next()) {
        owners.add(entry.get().created().owner());
      }
    }
    Map<String, String> passwords = new HashMap<>();
    try (Feed accounts =
        Feed.open(usersFile, ACCOUNTS, FeedMode.UNIQUE_OR_STOP, new Feed.Part(1, 1), 0)) {
      for (Optional<List<String>> row = accounts.next(); row.isPresent(); row = accounts.next()) {
        if (owners.contains(row.get().get(0))) {
          passwords.put(row.get().get(0), row.get().get(1));
        }
      }
    } catch (FeedException e) {
      throw new IOException(usersFile + ", " + e.getMessage(), e);
    }
    return passwords;
  }
}
