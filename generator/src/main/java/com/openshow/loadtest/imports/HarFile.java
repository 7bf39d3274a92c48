package com.openshow.loadtest.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import de.sstoehr.harreader.HarReader;
import de.sstoehr.harreader.HarReaderException;
import de.sstoehr.harreader.HarReaderMode;
import de.sstoehr.harreader.jackson.ExceptionIgnoringDateDeserializer;
import de.sstoehr.harreader.jackson.ExceptionIgnoringIntegerDeserializer;
import de.sstoehr.harreader.model.Har;
import de.sstoehr.harreader.model.HarEntry;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;

/** Reads recordings of browsers. */
final class HarFile {
  private HarFile() {}

  /** Its requests in their order; the secrets of all of them are known afterwards. */
  static List<Recorded> read(String file, byte[] content, boolean all, Secrets secrets, Notes notes)
      throws ImportException {
    List<HarEntry> entries = entries(file, ForeignTree.text(file, content, HarImport.MAX_BYTES));
    entries.forEach(entry -> RecordedSecrets.learn(entry, secrets));
    HarEntries filter = new HarEntries(all, secrets, notes);
    List<Recorded> recorded = new ArrayList<>();
    entries.forEach(entry -> filter.recorded(entry).ifPresent(recorded::add));
    filter.warn();
    return recorded;
  }

  private static List<HarEntry> entries(String file, String text) throws ImportException {
    if (text.isBlank()) {
      throw ImportException.of(file, "the file is empty; expected a recording (HAR 1.2)");
    }
    try {
      Har har = new HarReader(HarFile::mapper).readFromString(text);
      boolean empty = har == null || har.getLog() == null || har.getLog().getEntries() == null;
      List<HarEntry> entries =
          (empty ? List.<HarEntry>of() : har.getLog().getEntries())
              .stream()
                  .filter(Objects::nonNull)
                  .filter(entry -> entry.getRequest() != null && entry.getResponse() != null)
                  .toList();
      if (entries.isEmpty()) {
        throw ImportException.of(
            file,
            "it has no request; expected a recording (HAR 1.2): {\"log\": {\"entries\": [...]}}");
      }
      return entries;
    } catch (HarReaderException e) {
      if (e.getCause() instanceof JsonProcessingException fault) {
        throw ForeignTree.fault(file, fault);
      }
      throw ImportException.of(file, "cannot be read: " + Plain.line(e.toString(), 200));
    }
  }

  /** A mapper that minds only what is used of a recording. */
  private static ObjectMapper mapper(HarReaderMode mode) {
    SimpleModule lax = new SimpleModule();
    lax.addDeserializer(Date.class, new ExceptionIgnoringDateDeserializer());
    lax.addDeserializer(Integer.class, new ExceptionIgnoringIntegerDeserializer());
    return new ObjectMapper(ForeignTree.json())
        .registerModule(lax)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
  }
}
