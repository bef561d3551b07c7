package io.github.postmarkspring.client.outbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Where somebody was, as far as the address of the computer tells.
 *
 * @param countryIsoCode the code of the country, or {@code null}
 * @param country the country, or {@code null}
 * @param regionIsoCode the code of the region, or {@code null}
 * @param region the region, or {@code null}
 * @param city the city, or {@code null}
 * @param zip the postal code, or {@code null}
 * @param coords latitude and longitude, with a comma between, or {@code null}
 * @param ip the address of the computer, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record Geo(@JsonProperty("CountryISOCode") @Nullable String countryIsoCode, @Nullable String country,
		@JsonProperty("RegionISOCode") @Nullable String regionIsoCode, @Nullable String region, @Nullable String city,
		@Nullable String zip, @Nullable String coords, @JsonProperty("IP") @Nullable String ip) {

}
